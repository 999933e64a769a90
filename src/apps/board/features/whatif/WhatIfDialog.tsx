import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MoveVisits } from '../../../contract';
import { Dialog, DialogFoot } from '../../parts/Dialog';
import { reasonText } from '../../parts/ReasonText';
import { useDesk } from '../../store/desk';
import { prompt } from '../../store/prompts';
import { ComparedPlans } from './ComparedPlans';
import { deedOf, nothingSupposed, type Supposed } from './supposed';
import { SupposedFields } from './SupposedFields';
import { useComparison } from './useComparison';
import './whatif.css';

/** What would become of the day: what is supposed at the left, the two plans side by side at the right. */
export function WhatIfDialog({ begin, close }: { begin: { out?: string; visit?: string; move?: MoveVisits }; close: () => void }) {
  const { t } = useTranslation();
  const { commands } = useDesk();
  const [supposed, setSupposed] = useState<Supposed>(() => ({
    ...nothingSupposed,
    out: begin.out === undefined ? [] : [begin.out],
    longer: begin.visit === undefined ? [] : [{ visit: begin.visit, extraMinutes: 30 }],
    moves: begin.move === undefined ? [] : [begin.move],
  }));
  const { comparison, isAsking, refusal } = useComparison(supposed);
  const deed = deedOf(supposed);
  const act = () => {
    if (deed === null) return;
    close();
    if (deed.kind === 'move') void commands.move(deed.move);
    if (deed.kind === 'out') prompt({ kind: 'out', technician: deed.technician });
    if (deed.kind === 'missing') void commands.reportPartMissing(deed.line);
  };
  return (
    <Dialog title={t('whatIf.title')} size="large" close={close}>
      <div className="dialog-body what-if">
        <SupposedFields supposed={supposed} change={next => setSupposed(known => ({ ...known, ...next }))} />
        <div className="what-if-answer" aria-live="polite" aria-busy={isAsking}>
          {comparison && comparison.refusal === null && <ComparedPlans comparison={comparison} />}
          {refusal !== null && <p className="mistake" role="alert">{typeof refusal === 'string' ? t(refusal) : reasonText(t, refusal)}</p>}
          {!comparison && refusal === null && <p className="empty" role="status">{t(isAsking ? 'whatIf.asking' : 'whatIf.hint')}</p>}
        </div>
      </div>
      <DialogFoot>
        <button type="button" onClick={close}>{t('close')}</button>
        {deed && <button type="button" className="primary" disabled={refusal !== null} onClick={act}>{t(`whatIf.do.${deed.kind}`)}</button>}
      </DialogFoot>
    </Dialog>
  );
}
