import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useZone } from '../../parts/useZone';
import { useBoard, useDesk } from '../../store/desk';

/** Whether what is shown is live, and how old the last news is. */
export function ConnectionMark() {
  const { t } = useTranslation();
  const { store } = useDesk();
  const { connection } = useBoard();
  const { time } = useZone();
  const [age, setAge] = useState(0);
  const [lostAt, setLostAt] = useState<number | null>(null);
  useEffect(() => {
    const timer = setInterval(() => setAge((performance.now() - store.heardAtMs) / 1000), 200);
    return () => clearInterval(timer);
  }, [store]);
  useEffect(() => setLostAt(connection === 'lost' ? store.clock.now() : null), [connection, store]);

  if (connection === 'live') {
    return <span className="connection" data-state="live"><i aria-hidden /> {t('header.live')} <span className="muted">{ageText(age)}</span></span>;
  }
  return (
    <span className="connection" data-state={connection} role="status">
      <i aria-hidden /> {connection === 'lost' && lostAt !== null ? t('header.lost', { time: time(lostAt) }) : t(`header.${connection === 'lost' ? 'connecting' : connection}`)}
      {connection === 'lost' && <button type="button" onClick={() => store.nudge()}>{t('retry')}</button>}
      {connection === 'refused' && <button type="button" onClick={() => location.reload()}>{t('signIn.submit')}</button>}
    </span>
  );
}

function ageText(seconds: number): string {
  return seconds < 10 ? `${seconds.toFixed(1)} s` : `${Math.round(seconds)} s`;
}
