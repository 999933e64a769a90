import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../../contract';
import type { Answer } from '../../parts/useAnswer';
import { useZone } from '../../parts/useZone';

/** Names at the left, what they are at the right; what is empty is left out. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="facts">{children}</dl>;
}

/** One of them. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === null || children === undefined || children === '' || children === false) return null;
  return <><dt>{name}</dt><dd>{children}</dd></>;
}

/** What happened, newest first. */
export function History({ entries }: { entries: readonly HistoryEntry[] }) {
  const { t } = useTranslation();
  const zone = useZone();
  if (entries.length === 0) return null;
  return (
    <section>
      <h3>{t('details.history')}</h3>
      <ol className="history">
        {[...entries].sort((a, b) => b.at.localeCompare(a.at)).slice(0, 50).map((entry, index) => (
          <li key={index}>
            <time>{zone.moment(entry.at)}</time>
            <span>{t(`event.${entry.code}`, { defaultValue: entry.text || entry.code })} <span className="muted">{t(`actor.${entry.actor}`, entry.actor)}</span></span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What stands there while a read is under way or did not come; what failed can be asked for again. */
export function Missing({ read: { state, again } }: { read: Answer<unknown> }) {
  const { t } = useTranslation();
  if (state === 'here') return null;
  return (
    <div className="missing">
      <p className="muted" role={state === 'failed' ? 'alert' : 'status'}>{t(`details.${state}`)}</p>
      {state === 'failed' && <button type="button" onClick={again}>{t('retry')}</button>}
    </div>
  );
}
