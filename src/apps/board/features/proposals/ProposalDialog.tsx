import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, DialogFoot } from '../../parts/Dialog';
import { reasonText } from '../../parts/ReasonText';
import { Urgency } from '../../parts/Urgency';
import { useZone } from '../../parts/useZone';
import { useBoard, useDesk } from '../../store/desk';

/** A proposal as a diff: who had it and when, who would have it and when, and why; accepted whole, in part, or not. */
export function ProposalDialog({ proposal: id, close }: { proposal: string; close: () => void }) {
  const { t } = useTranslation();
  const zone = useZone();
  const { commands } = useDesk();
  const { day, foreseen } = useBoard();
  const proposal = day.proposals.get(id);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  if (!proposal) return <Dialog title={t('proposal.title')} close={close}><p className="dialog-body">{t('proposal.gone')}</p></Dialog>;
  const taken = proposal.moves.filter(move => !left.has(move.visit));
  const name = (technician: string | null) => (technician === null ? t('proposal.nobody') : day.technicians.get(technician)?.name ?? technician);
  const answer = async (isAccepted: boolean) => {
    const isWhole = taken.length === proposal.moves.length;
    if (await commands.answerProposal(id, isAccepted, isAccepted && !isWhole ? taken.map(move => move.visit) : null)) close();
  };
  const toggle = (visit: string) => {
    const next = new Set(left);
    if (!next.delete(visit)) next.add(visit);
    setLeft(next);
  };
  return (
    <Dialog title={t('proposal.title')} size="large" close={close}>
      <div className="dialog-body">
        <p>{reasonText(t, proposal.why)}</p>
        <table className="diff">
          <thead><tr><th>{t('proposal.take')}</th><th>{t('proposal.visit')}</th><th>{t('proposal.now')}</th><th>{t('proposal.then')}</th><th>{t('proposal.why')}</th></tr></thead>
          <tbody>
            {proposal.moves.map(move => {
              const visit = foreseen.visits.get(move.visit);
              return (
                <tr key={move.visit} data-left={left.has(move.visit) || undefined}>
                  <td><input type="checkbox" aria-label={t('proposal.takeOne', { name: visit?.patientName })} checked={!left.has(move.visit)} onChange={() => toggle(move.visit)} /></td>
                  <td>{visit && <><Urgency urgency={visit.urgency} /> {visit.patientName}<small>{visit.typeName}</small></>}</td>
                  <td>{name(move.from)}{move.oldArrival && <small>{zone.time(move.oldArrival)}</small>}</td>
                  <td><b>{name(move.to)}</b>{move.newArrival && <small>{zone.time(move.newArrival)}</small>}</td>
                  <td>{reasonText(t, move.why)}{move.breaksPromise && <small className="breaks">{t('proposal.breaksPromise')}</small>}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <DialogFoot>
        <button type="button" onClick={() => void answer(false)}>{t('proposal.reject')}</button>
        <button type="button" className="primary" disabled={taken.length === 0} onClick={() => void answer(true)}>
          {taken.length === proposal.moves.length ? t('proposal.acceptAll') : t('proposal.acceptSome', { count: taken.length })}
        </button>
      </DialogFoot>
    </Dialog>
  );
}
