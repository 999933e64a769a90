import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Temporal } from 'temporal-polyfill';
import type { Page, VisitView } from '../../../contract';
import { useZone } from '../../parts/useZone';
import { useDesk } from '../../store/desk';
import { select } from '../../store/selection';

const daysAhead = 7;

/** How many visits the coming days hold already, read when the backlog is opened; each leads to its day. */
export function ComingDays() {
  const { t } = useTranslation();
  const { commands, territory, today } = useDesk();
  const zone = useZone();
  const [counts, setCounts] = useState<ReadonlyMap<string, number> | null>(null);
  const days = Array.from({ length: daysAhead }, (_, index) => Temporal.PlainDate.from(today).add({ days: index + 1 }).toString());
  const [first, last] = [days[0], days.at(-1)];
  useEffect(() => {
    const left = new AbortController();
    commands.read<Page<VisitView>>(`/api/territories/${territory.id}/visits?from=${first}&to=${last}&limit=200`, left.signal).then(page => {
      const found = new Map<string, number>();
      for (const visit of page.items) if (visit.date) found.set(visit.date, (found.get(visit.date) ?? 0) + 1);
      setCounts(found);
    }, () => setCounts(null));
    return () => left.abort();
  }, [commands, territory.id, first, last]);
  return (
    <nav className="coming-days" aria-label={t('list.comingDays')}>
      <h2 className="row-head">{t('list.comingDays')}</h2>
      {days.map(date => (
        <button type="button" key={date} onClick={() => select({ day: date, kind: null, id: null, also: [], coloured: [] })}>
          <span>{zone.day(date)}</span> <span className="muted">{counts ? t('list.visitCount', { count: counts.get(date) ?? 0 }) : ''}</span>
        </button>
      ))}
    </nav>
  );
}
