import { useState } from 'react';
import type { RouteChangeCard } from '../../contract';
import { usePhone, useWords } from '../phoneContext';
import { CannotFollowSheet } from './CannotFollowSheet';
import { actorName } from './actorName';
import { type ChangeRow, changeRows } from './changeRows';
import { reasonText } from './reasonText';

/** A changed route: what was and what is now, and why; it waits for OK or can't, and can be put aside meanwhile. */
export function ChangeScreen({ card, onLater }: { card: RouteChangeCard; onLater: () => void }) {
  const { say, time } = useWords();
  const phone = usePhone();
  const [isRefusing, setRefusing] = useState(false);
  const answer = (isAccepted: boolean, code: string, reason: string) =>
    phone.report({ kind: 'answer', answer: { number: card.number, isAccepted, reason, code } });

  return (
    <section className="page change" aria-labelledby="change-title">
      <h1 id="change-title">{say('changeTitle')}</h1>
      <p className="change-why">{reasonText(card.why, say)}</p>
      <p className="muted">{say('changeBy', { who: actorName(card.byWhom, say), time: time(card.changedAt) })}</p>
      <table>
        <thead>
          <tr><th scope="col">{say('changeWas')}</th><th scope="col">{say('changeNow')}</th><th scope="col">{say('changeStop')}</th></tr>
        </thead>
        <tbody>{changeRows(card).map(row => <Row key={row.visit} row={row} />)}</tbody>
      </table>
      <div className="thumb">
        <button type="button" className="quiet" onClick={onLater}>{say('changeLater')}</button>
        <div className="pair">
          <button type="button" className="secondary tall" onClick={() => setRefusing(true)}>{say('changeCannot')}</button>
          <button type="button" className="primary" onClick={() => void answer(true, '', '')}>{say('changeOk')}</button>
        </div>
      </div>
      <CannotFollowSheet isOpen={isRefusing} onClose={() => setRefusing(false)} onSend={(code, reason) => void answer(false, code, reason)} />
    </section>
  );
}

function Row({ row }: { row: ChangeRow }) {
  const { say, time, duration } = useWords();
  const shift =
    row.shiftMinutes === null || row.change === 'kept' && row.shiftMinutes === 0 ? ''
      : row.shiftMinutes === 0 ? say('change_sameTime')
        : say(row.shiftMinutes > 0 ? 'change_later' : 'change_earlier', { duration: duration(Math.abs(row.shiftMinutes) * 60) });
  const mark = row.change === 'kept' ? shift || say('change_kept') : [say(`change_${row.change}`), shift].filter(Boolean).join(', ');
  return (
    <tr data-change={row.change}>
      <td>{place(row.was, row.oldArrival && time(row.oldArrival))}</td>
      <td>{place(row.now, row.newArrival && time(row.newArrival))}</td>
      <td>
        <span className="change-label">{row.label}</span>
        <span className="change-mark">{mark}</span>
      </td>
    </tr>
  );
}

const place = (number: number | null, at: string | null) =>
  number === null ? <span aria-hidden="true">–</span> : <><strong>{number}.</strong><span className="change-time">{at}</span></>;
