import { Gauge } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useZone } from '../../parts/useZone';
import { useBoard, useDesk, useNow } from '../../store/desk';

const speeds = [0, 1, 2, 5, 10, 30, 60, 120];

/** What time it is on the desk; on a simulated day also how fast it runs. */
export function ClockBox() {
  const { t } = useTranslation();
  const { commands } = useDesk();
  const { desk } = useBoard();
  const { time } = useZone();
  const now = useNow(500);
  const clock = desk.clock;
  const shown = clock?.speed === 0 ? t('header.paused') : `× ${clock?.speed ?? 1}`;
  return (
    <div className="clock">
      <time className="clock-time">{time(now)}</time>
      {clock?.isSimulated && (
        <MenuTrigger>
          <Button className="quiet" aria-label={`${shown}, ${t('header.speedMenu')}`}>
            <Gauge size={16} aria-hidden /> {shown}
          </Button>
          <Popover className="popover">
            <Menu
              className="menu" aria-label={t('header.speedMenu')} selectionMode="single" selectedKeys={[String(clock.speed)]}
              onAction={key => void commands.setSpeed(Number(key))}
            >
              {speeds.map(speed => (
                <MenuItem key={speed} id={String(speed)} className="menu-item">{speed === 0 ? t('header.pause') : `× ${speed}`}</MenuItem>
              ))}
            </Menu>
          </Popover>
        </MenuTrigger>
      )}
    </div>
  );
}
