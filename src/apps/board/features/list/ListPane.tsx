import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UrgencyClass } from '../../../contract';
import { urgencies } from '../../../shared/urgencyShapes';
import { UrgencyMark } from '../../../shared/UrgencyMark';
import { useBoard } from '../../store/desk';
import { registerList } from '../../store/listCursor';
import { listNames, select, selectedVisits, selectOne, useSelection } from '../../store/selection';
import { attentionCount, rowsOf, type Filter, type Row } from './rows';
import { ListRow } from './ListRow';
import { BacklogFoot } from './BacklogFoot';
import { ComingDays } from './ComingDays';
import './list.css';

/** What wants attention, all visits, the backlog, the messages: one list at a time, with filters. */
export function ListPane() {
  const { t } = useTranslation();
  const board = useBoard();
  const chosen = useSelection();
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState<ReadonlySet<UrgencyClass>>(new Set());
  const [isOpenOnly, setOpenOnly] = useState(true);
  const filter: Filter = useMemo(
    () => ({ text, urgencies: wanted, isOpenOnly: chosen.list === 'visits' && isOpenOnly }), [text, wanted, isOpenOnly, chosen.list]);
  const rows = useMemo(() => rowsOf(chosen.list, board, filter), [chosen.list, board, filter]);
  const counts = { attention: attentionCount(board), visits: board.foreseen.visits.size, backlog: board.desk.backlog.size, inbox: board.desk.messages.length };
  const toggle = (urgency: UrgencyClass) => {
    const next = new Set(wanted);
    if (!next.delete(urgency)) next.add(urgency);
    setWanted(next);
  };

  return (
    <>
      <div className="tabs" role="tablist" aria-label={t('list.label')}>
        {listNames.map(name => (
          <button
            type="button" key={name} role="tab" id={`tab-${name}`} aria-selected={chosen.list === name} aria-controls="list-rows"
            tabIndex={chosen.list === name ? 0 : -1} onClick={() => select({ list: name })}
            onKeyDown={event => {
              const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
              if (step === 0) return;
              const next = listNames[(listNames.indexOf(name) + step + listNames.length) % listNames.length];
              if (next) { select({ list: next }); document.getElementById(`tab-${next}`)?.focus(); }
            }}
          >
            {t(`list.${name}`)} {counts[name] > 0 && <span className="muted">{counts[name]}</span>}
          </button>
        ))}
      </div>
      <div className="filters">
        <input type="search" placeholder={t('list.filter')} aria-label={t('list.filter')} value={text} onChange={event => setText(event.target.value)} />
        {chosen.list !== 'inbox' && (
          <div className="filter-classes" role="group" aria-label={t('list.classes')}>
            {urgencies.map(urgency => (
              <button type="button" key={urgency} className="chip" aria-pressed={wanted.has(urgency)} onClick={() => toggle(urgency)}>
                <UrgencyMark urgency={urgency} size={10} /> {urgency}
              </button>
            ))}
            {chosen.list === 'visits' && (
              <button type="button" className="chip" aria-pressed={isOpenOnly} onClick={() => setOpenOnly(!isOpenOnly)}>{t('list.openOnly')}</button>
            )}
          </div>
        )}
      </div>
      <Rows rows={rows} label={t(`list.${chosen.list}`)} />
      {chosen.list === 'backlog' && <><BacklogFoot /><ComingDays /></>}
    </>
  );
}

function Rows({ rows, label }: { rows: readonly Row[]; label: string }) {
  const scroller = useRef<HTMLDivElement>(null);
  const chosen = useSelection();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: index => (rows[index]?.kind === 'head' ? 28 : 48),
    getItemKey: index => rows[index]?.key ?? index,
    overscan: 8,
  });
  const isChosen = useCallback((row: Row) => {
    if (row.kind === 'visit') return selectedVisits(chosen).includes(row.visit.id);
    return row.kind === 'alarm' && chosen.kind === 'alarm' && chosen.id === row.alarm.id;
  }, [chosen]);

  const walk = useCallback((delta: number) => {
    const stops = rows.map((row, index) => ({ row, index })).filter(({ row }) => row.kind === 'visit' || row.kind === 'alarm');
    const at = stops.findIndex(({ row }) => isChosen(row));
    const next = stops[at < 0 ? (delta > 0 ? 0 : stops.length - 1) : at + delta];
    if (!next) return;
    if (next.row.kind === 'visit') selectOne('visit', next.row.visit.id);
    if (next.row.kind === 'alarm') selectOne('alarm', next.row.alarm.id);
    virtual.scrollToIndex(next.index, { align: 'auto' });
  }, [rows, isChosen, virtual]);
  useEffect(() => registerList(walk), [walk]);

  return (
    <div
      className="rows" id="list-rows" ref={scroller} role="region" aria-label={label} tabIndex={0}
      onKeyDown={event => {
        if (event.target !== event.currentTarget) return;
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          event.preventDefault();
          walk(event.key === 'ArrowDown' ? 1 : -1);
        }
        if (event.key === 'Enter') document.getElementById('details')?.focus();
      }}
    >
      <ul style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(item => {
          const row = rows[item.index];
          return row && (
            <li key={item.key} ref={virtual.measureElement} data-index={item.index} style={{ transform: `translateY(${item.start}px)` }} aria-setsize={rows.length} aria-posinset={item.index + 1}>
              <ListRow row={row} isChosen={isChosen(row)} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
