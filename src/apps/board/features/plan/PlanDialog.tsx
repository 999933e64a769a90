import { GitCompareArrows } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ChurnAccount, PlanFigures } from '../../../contract';
import { hours } from '../../../shared/time';
import { UrgencyMark } from '../../../shared/UrgencyMark';
import { urgencies } from '../../../shared/urgencyShapes';
import { Costs } from '../../parts/Costs';
import { Dialog, DialogFoot } from '../../parts/Dialog';
import { useZone } from '../../parts/useZone';
import { useBoard } from '../../store/desk';
import { prompt } from '../../store/prompts';
import './plan.css';

/** What the day's plan comes to: driving, lateness, promises, what each rule costs, and how much the planner may still move. */
export function PlanDialog({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const zone = useZone();
  const { day } = useBoard();
  const score = day.view?.score;
  return (
    <Dialog title={t('plan.title', { day: zone.day(day.date) })} size="medium" close={close}>
      <div className="dialog-body">
        {score?.figures ? <Figures figures={score.figures} /> : <p className="muted">{t('plan.notYet')}</p>}
        {score?.churn && <Churn churn={score.churn} />}
        {score?.figures && (
          <section>
            <h3>{t('plan.costs')}</h3>
            <p className="muted">{t('plan.costsHint')}</p>
            <Costs costs={score.figures.costs} />
          </section>
        )}
      </div>
      <DialogFoot>
        <button type="button" onClick={() => prompt({ kind: 'what-if' })}><GitCompareArrows size={16} aria-hidden /> {t('plan.whatIf')}</button>
        <button type="button" className="primary" onClick={close}>{t('close')}</button>
      </DialogFoot>
    </Dialog>
  );
}

function Figures({ figures }: { figures: PlanFigures }) {
  const { t } = useTranslation();
  const all = figures.promisesKept + figures.promisesBroken;
  return (
    <dl className="plan-figures">
      <div><dt>{t('figure.driving')}</dt><dd>{hours(figures.driveSeconds / 60)}</dd></div>
      <div><dt>{t('figure.overtime')}</dt><dd>{hours(figures.overtimeMinutes)}</dd></div>
      <div data-risk={figures.promisesBroken > 0 ? 'broken' : undefined}><dt>{t('plan.promises')}</dt><dd>{t('plan.of', { count: figures.promisesKept, all })}</dd></div>
      <div><dt>{t('figure.unassigned')}</dt><dd><ByUrgency numbers={figures.unassignedByUrgency} text={String} /></dd></div>
      <div><dt>{t('figure.late')}</dt><dd><ByUrgency numbers={figures.lateMinutesByUrgency} text={hours} /></dd></div>
    </dl>
  );
}

/** Numbers by class, those that are not zero; "none" where all are. */
function ByUrgency({ numbers, text }: { numbers: readonly number[]; text: (number: number) => string }) {
  const { t } = useTranslation();
  const told = urgencies.map((urgency, index) => ({ urgency, number: numbers[index] ?? 0 })).filter(({ number }) => number > 0);
  if (told.length === 0) return <>{t('plan.none')}</>;
  return <>{told.map(({ urgency, number }) => <span key={urgency} className="urgency"><UrgencyMark urgency={urgency} /> {urgency} {text(number)}</span>)}</>;
}

/** What people were told and the planner has changed of its own accord, against its limits. */
function Churn({ churn }: { churn: ChurnAccount }) {
  const { t } = useTranslation();
  return (
    <section>
      <h3>{t('plan.churn')}</h3>
      <p className="muted">{t('plan.churnHint')}</p>
      <Spent label={t('plan.visitsMoved')} spent={churn.visitsMoved} most={churn.mostVisitsMoved} />
      <Spent label={t('plan.promisesMoved')} spent={churn.promisesMoved} most={churn.mostPromisesMoved} />
    </section>
  );
}

function Spent({ label, spent, most }: { label: string; spent: number; most: number }) {
  const { t } = useTranslation();
  return (
    <p className="spent">
      <span>{label}</span>
      <meter min={0} max={Math.max(most, 1)} value={Math.min(spent, Math.max(most, 1))} aria-label={label} />
      <b>{t('plan.of', { count: spent, all: most })}</b>
    </p>
  );
}
