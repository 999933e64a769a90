import { Check, Circle } from 'lucide-react';
import { createContext, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, type Page, type TerritoryProfile } from '../../../contract';

/** What a form calls once it has saved: what is missing is then counted anew. */
export const SavedContext = createContext<() => void>(() => undefined);

const steps = ['territory', 'visit-types', 'technicians', 'patients'] as const;
type Step = (typeof steps)[number];

/** From an empty house to the first visit: what is there, what comes next. Gone where all of it is there from the start. */
export function FirstSteps({ territory, saves, shown, go }: { territory: TerritoryProfile | undefined; saves: number; shown: string; go: (page: Step) => void }) {
  const { t } = useTranslation();
  const [counts, setCounts] = useState<{ technicians: number; patients: number } | null>(null);
  const [wasOpen, setWasOpen] = useState(!territory);
  const id = territory?.id;
  useEffect(() => {
    if (id === undefined) return;
    const left = new AbortController();
    const count = (what: string) => ask<Page<unknown>>(`/api/territories/${id}/${what}?limit=1`, left.signal).then(page => page.total);
    Promise.all([count('technicians'), count('patients')]).then(
      ([technicians, patients]) => {
        setCounts({ technicians, patients });
        if (technicians === 0 || patients === 0) setWasOpen(true);
      },
      // Without the counts the steps stand as they were: what cannot be read is told by the page itself.
      () => undefined);
    return () => left.abort();
  }, [id, saves]);

  if (territory && !counts) return null;
  const done: Record<Step, boolean> = {
    territory: territory !== undefined, 'visit-types': (territory?.visitTypes.length ?? 0) > 0, technicians: (counts?.technicians ?? 0) > 0, patients: (counts?.patients ?? 0) > 0,
  };
  const next = steps.find(step => !done[step]);
  if (!next && !wasOpen) return null;
  return (
    <section className="first-steps" aria-labelledby="first-steps">
      <h3 id="first-steps">{t(next ? 'admin.first.title' : 'admin.first.ready')}</h3>
      <ol>
        {steps.map(step => (
          <li key={step} data-done={done[step] || undefined}>
            {done[step] ? <Check size={16} aria-label={t('admin.first.done')} /> : <Circle size={16} aria-hidden />}
            <button type="button" className="link" aria-current={shown === step ? 'step' : undefined} disabled={!territory && step !== 'territory'} onClick={() => go(step)}>{t(`admin.first.${step}`)}</button>
          </li>
        ))}
        <li>
          <Circle size={16} aria-hidden />
          {next ? <span className="muted">{t('admin.first.visit')}</span> : <a href="/">{t('admin.first.visit')}</a>}
        </li>
      </ol>
    </section>
  );
}
