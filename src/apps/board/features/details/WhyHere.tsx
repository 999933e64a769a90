import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TechnicianVerdict, VisitReasonsView, VisitView } from '../../../contract';
import { duration } from '../../../shared/time';
import { Costs } from '../../parts/Costs';
import { reasonText } from '../../parts/ReasonText';
import { useAnswer } from '../../parts/useAnswer';
import { useZone } from '../../parts/useZone';
import { isUnassigned } from '../../store/risk';
import { selectOne } from '../../store/selection';
import { Missing } from './Facts';

/** How many technicians stand there before the rest are asked for. */
const shownAtMost = 4;

/** Why a visit is where it is, or why nobody has it: what each technician would cost, or what would have to change. `since` says when to ask anew. */
export function WhyHere({ visit, since }: { visit: VisitView; since: string }) {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const read = useAnswer<VisitReasonsView>(`/api/visits/${encodeURIComponent(visit.id)}/reasons`, since);
  const said = read.value;
  if (!said) return <Missing read={read} />;
  const others = said.technicians.filter(verdict => !verdict.isHolder);
  return (
    <>
      {(said.whyHere.length > 0 || said.moved || said.leastRelaxation) && !isUnassigned(visit) && (
        <section>
          <h3>{t('details.whyHere')}</h3>
          <ul className="reasons">
            {said.whyHere.map(reason => <li key={reason.code + reason.text}>{reasonText(t, reason)}</li>)}
            {said.moved && <li>{reasonText(t, said.moved)}</li>}
          </ul>
        </section>
      )}
      {said.leastRelaxation && isUnassigned(visit) && <p className="flag">{t('details.wouldHelp', { what: reasonText(t, said.leastRelaxation) })}</p>}
      {others.length > 0 && (
        <section>
          <h3>{t('details.whoElse')}</h3>
          <ul className="verdicts">{(isWhole ? others : others.slice(0, shownAtMost)).map(verdict => <Verdict key={verdict.technician} verdict={verdict} />)}</ul>
          {others.length > shownAtMost && (
            <button type="button" className="link" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
              {isWhole ? t('details.fewer') : t('details.allTechnicians', { count: others.length })}
            </button>
          )}
        </section>
      )}
      {Object.keys(said.costs).length > 0 && (
        <section>
          <h3>{t('details.costs')}</h3>
          <Costs costs={said.costs} />
        </section>
      )}
    </>
  );
}

/** One technician: who can, when and at what price; who cannot, why, and what would help. */
function Verdict({ verdict }: { verdict: TechnicianVerdict }) {
  const { t } = useTranslation();
  const zone = useZone();
  return (
    <li data-can={verdict.canHave || undefined}>
      <p>
        <button type="button" className="link" onClick={() => selectOne('technician', verdict.technician)}>{verdict.name}</button>
        <span className="muted">
          {verdict.arrival !== null && zone.time(verdict.arrival)}
          {verdict.extraCost !== null && ` · ${t('details.extraCost', { minutes: duration(verdict.extraCost / 60) })}`}
        </span>
      </p>
      {!verdict.canHave && <p className="muted">{reasonText(t, verdict.why)}</p>}
      {verdict.relaxation && <p>{reasonText(t, verdict.relaxation)}</p>}
    </li>
  );
}
