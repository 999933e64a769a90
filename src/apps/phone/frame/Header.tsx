import { Menu, MessageSquare } from 'lucide-react';
import type { TechnicianDayView } from '../../contract';
import { useNow, useWords } from '../phoneContext';

/** The line at the top: the time, what one is doing, messages, menu. */
export function Header({ day, unread, onMessages, onMenu }: {
  day: TechnicianDayView | null;
  unread: number;
  onMessages: () => void;
  onMenu: () => void;
}) {
  const { say, time } = useWords();
  const nowMs = useNow();
  const label = unread > 0 ? `${say('messages')}, ${unread}` : say('messages');
  return (
    <header className="head">
      {day && <><time className="head-time">{time(nowMs)}</time><span className="muted">{say(`duty_${day.duty}`)}</span></>}
      <span className="grow" />
      <button type="button" className="icon-button" onClick={onMessages} aria-label={label}>
        <MessageSquare size={24} aria-hidden="true" />
        {unread > 0 && <span className="count" aria-hidden="true">{unread}</span>}
      </button>
      <button type="button" className="icon-button" onClick={onMenu} aria-label={say('menu')}>
        <Menu size={24} aria-hidden="true" />
      </button>
    </header>
  );
}
