import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, DialogFoot } from '../../parts/Dialog';
import { isTyping } from '../../parts/isTyping';
import { useBoard, useDesk } from '../../store/desk';
import { daysOf, waitingOf } from './waiting';
import { useZone } from '../../parts/useZone';
import { WaitingRow } from './WaitingRow';
import './backlog.css';

/** The waiting list: what waits for a day, what the planner proposes for it, and why the rest stays; booked whole or in part. */
export function BacklogDialog({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const zone = useZone();
  const { commands, territory } = useDesk();
  const { backlog, backlogPlan } = useBoard().desk;
  const [text, setText] = useState('');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isBusy, setBusy] = useState(false);
  const [booking, setBooking] = useState<string | null>(null);
  const planButton = useRef<HTMLButtonElement>(null);
  const proposal = backlogPlan?.proposal ?? null;
  const isPlanning = backlogPlan?.isPlanning === true;
  const rows = waitingOf(backlog, proposal, text);
  const offered = proposal?.visits.map(day => day.visit).filter(visit => backlog.has(visit)) ?? [];
  const taken = offered.filter(visit => !left.has(visit));
  const toggle = (visit: string) => {
    const next = new Set(left);
    if (!next.delete(visit)) next.add(visit);
    setLeft(next);
  };
  const book = async () => {
    if (!proposal) return;
    setBusy(true);
    setBooking(await commands.takeBacklog(proposal.id, taken.length === proposal.visits.length ? null : taken));
    setBusy(false);
    planButton.current?.focus();
  };
  const undo = async () => {
    if (booking === null || isBusy) return;
    planButton.current?.focus();
    setBooking(null);
    await commands.undoBacklog(booking);
  };
  const pressed = (event: KeyboardEvent<HTMLFormElement>) => {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.key.toLowerCase() !== 'z' || isTyping(event.target)) return;
    event.preventDefault();
    void undo();
  };
  // Its own button goes with it: focus stays in the dialog.
  const dismiss = async (id: string) => {
    planButton.current?.focus();
    await commands.dismissBacklog(id);
  };
  const plan = () => {
    if (isPlanning) return;
    setLeft(new Set());
    void commands.planBacklog();
  };
  return (
    <Dialog title={t('backlog.title')} size="large" close={close}>
      <form onSubmit={event => { event.preventDefault(); void book(); }} onKeyDown={pressed}>
        <div className="dialog-body">
          <div className="backlog-head">
            <input type="search" placeholder={t('list.filter')} aria-label={t('list.filter')} value={text} onChange={event => setText(event.target.value)} />
            <p role="status" aria-live="polite">
              {isPlanning ? t('backlog.planning')
                : proposal ? <>{t('backlog.found', { count: offered.length, all: backlog.size, drive: proposal.extraDriveMinutes })}{' '}
                  <span className="muted">{daysOf(proposal).map(day => `${zone.day(day.date)}: ${day.count}`).join(', ')}</span></>
                  : t('backlog.hint', { count: backlog.size, days: territory.settings.planning.backlogDays })}
            </p>
          </div>
          {rows.length === 0 ? <p className="empty">{t(backlog.size === 0 ? 'list.none.backlog' : 'list.none.filtered')}</p> : (
            <table className="diff backlog">
              <thead>
                <tr>
                  {offered.length === 0 ? <td /> : (
                    <th><input type="checkbox" aria-label={t('backlog.takeAll')} checked={taken.length === offered.length} onChange={() => setLeft(taken.length === offered.length ? new Set(offered) : new Set())} /></th>
                  )}
                  <th>{t('proposal.visit')}</th><th>{t('backlog.mayBe')}</th><th>{t('backlog.when')}</th><th>{t('backlog.whoOrWhy')}</th>
                </tr>
              </thead>
              <tbody>{rows.map(row => <WaitingRow key={row.visit.id} row={row} isLeft={left.has(row.visit.id)} toggle={() => toggle(row.visit.id)} show={close} />)}</tbody>
            </table>
          )}
        </div>
        <DialogFoot>
          <span className="foot-left">
            {proposal && <button type="button" onClick={() => void dismiss(proposal.id)}>{t('backlog.dismiss')}</button>}
            {booking !== null && <button type="button" onClick={() => void undo()}>{t('backlog.undo')}</button>}
          </span>
          <button type="button" ref={planButton} className={offered.length === 0 ? 'primary' : undefined} aria-disabled={isPlanning || undefined} disabled={backlog.size === 0} onClick={plan}>
            {t(proposal ? 'backlog.planAgain' : 'backlog.plan')}
          </button>
          {offered.length > 0 && (
            <button type="submit" className="primary" disabled={taken.length === 0 || isBusy || isPlanning}>
              {taken.length === offered.length ? t('backlog.bookAll', { count: taken.length }) : t('backlog.bookSome', { count: taken.length })}
            </button>
          )}
        </DialogFoot>
      </form>
    </Dialog>
  );
}
