import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Temporal } from 'temporal-polyfill';
import type { Page, VisitView } from '../../../contract';
import { useZone } from '../../parts/useZone';
import { useBoard, useDesk } from '../../store/desk';
import { select } from '../../store/selection';

const daysAhead = 7;

/** How many visits the coming days hold already, read when the backlog is opened and whenever it has become longer or shorter; each leads to its day. */
export function ComingDays() {
  const { t } = useTranslation();
  const { commands, territory, today } = useDesk();
  const zone = useZone();
  const waiting = useBoard().desk.backlog.size;
  const [counts, setCounts] = useState<ReadonlyMap<string, number> | null>(null);
  const days = Array.from({ length: daysAhead }, (_, index) => Temporal.PlainDate.from(today).add({ days: index + 1 }).toString());
  useEffect(() => {
    const left = new AbortController();
    const count = async (date: string): Promise<[string, number]> =>
      [date, (await commands.read<Page<VisitView>>(`/api/territories/${territory.id}/visits?from=${date}&to=${date}&limit=1`, left.signal)).total];
    const from = Temporal.PlainDate.from(today);
    Promise.all(Array.from({ length: daysAhead }, (_, index) => count(from.add({ days: index + 1 }).toString())))
      .then(found => setCounts(new Map(found)), () => { if (!left.signal.aborted) setCounts(null); });
    return () => left.abort();
  }, [commands, territory.id, today, waiting]);
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
