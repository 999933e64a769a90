import { type SyntheticEvent, useEffect, useState } from 'react';
import { Phone as PhoneIcon } from 'lucide-react';
import type { TechnicianDayView } from '../../contract';
import { usePhone, usePhoneState, useWords } from '../phoneContext';
import { Sheet } from '../sheet/Sheet';
import { telLink } from '../texts/format';
import { conversation } from './conversation';
import { messageText } from './messageText';

/** What the desk wrote, and a word back. */
export function MessagesSheet({ day, isOpen, onClose }: { day: TechnicianDayView; isOpen: boolean; onClose: () => void }) {
  const { say, time } = useWords();
  const phone = usePhone();
  const { outbox, said } = usePhoneState();
  const [text, setText] = useState('');
  const lines = conversation(day.messages, said, outbox);
  const newest = day.messages.find(each => each.audience === 'Technician')?.id;

  useEffect(() => {
    if (isOpen && newest) void phone.markSeen(newest);
  }, [isOpen, newest, phone]);

  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    void phone.report({ kind: 'message', text: text.trim() });
    setText('');
  };

  return (
    <Sheet title={say('messages')} isOpen={isOpen} onClose={onClose} isTall>
      <form className="message-form" onSubmit={send}>
        <label>
          {say('messageLabel')}
          <textarea rows={2} maxLength={500} value={text} onChange={event => setText(event.target.value)} />
        </label>
        <div className="pair">
          {day.deskPhone && (
            <a className="secondary" href={telLink(day.deskPhone)}><PhoneIcon size={20} aria-hidden="true" /> {say('callDesk')}</a>
          )}
          <button type="submit" className="primary">{say('messageSend')}</button>
        </div>
      </form>
      {lines.length === 0 && <p className="muted">{say('messagesNone')}</p>}
      <ul className="messages">
        {lines.map(line => (
          <li key={line.id} data-own={line.isOwn}>
            <p>{line.isOwn ? line.text : messageText(line.code, line.text, say)}</p>
            <p className="muted">
              {line.isOwn ? say('messageYou') : say('messageDesk')}, {time(line.at)}{line.isWaiting && `. ${say('messageWaiting')}`}
            </p>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
