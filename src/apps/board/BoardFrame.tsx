import { lazy, Suspense, useEffect, useRef, useState, type CSSProperties, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ClosuresPanel } from './features/closures/ClosuresPanel';
import { DetailsPane } from './features/details/DetailsPane';
import { Header } from './features/header/Header';
import { ListPane } from './features/list/ListPane';
import { Notices } from './features/notices/Notices';
import { TimelinePane } from './features/timeline/TimelinePane';
import { TrafficPanel } from './features/traffic/TrafficPanel';
import { ErrorShield } from './parts/ErrorShield';
import { Prompts } from './Prompts';
import { useDesk } from './store/desk';
import { useSelection } from './store/selection';
import { useKeys } from './useKeys';

const MapPane = lazy(() => import('./features/map/MapPane').then(module => ({ default: module.MapPane })));

const heightKey = 'dispatch.timeline-height';
const leastHeight = 120;

/** The board: header, list, map, timeline, and the details of whatever is selected. */
export function BoardFrame({ leave, switchTerritory }: { leave: () => void; switchTerritory: (id: string) => void }) {
  const { t } = useTranslation();
  const { store, today } = useDesk();
  const selection = useSelection();
  const [height, setHeight] = useState(() => Number(localStorage.getItem(heightKey)) || Math.round(innerHeight * 0.45));
  useKeys();
  useEffect(() => store.turnTo(selection.day ?? today), [store, selection.day, today]);
  const shield = { text: t('partBroken'), retry: t('retry') };

  return (
    <div className="board" style={{ '--timeline-height': `${height}px` } as CSSProperties} data-details={selection.id !== null || undefined}>
      <a className="skip-link" href="#list">{t('skipToList')}</a>
      <Header leave={leave} switchTerritory={switchTerritory} />
      <main className="board-main">
        <section className="pane-list" id="list" aria-label={t('list.label')} tabIndex={-1}>
          <ErrorShield {...shield}><ListPane /></ErrorShield>
        </section>
        <section className="pane-map" id="map" aria-label={t('map.label')} tabIndex={-1}>
          <ErrorShield {...shield}><Suspense fallback={null}><MapPane /></Suspense><TrafficPanel /><ClosuresPanel /></ErrorShield>
        </section>
        <Splitter height={height} setHeight={setHeight} label={t('timeline.resize')} />
        <section className="pane-timeline" id="timeline" aria-label={t('timeline.label')} tabIndex={-1}>
          <ErrorShield {...shield}><TimelinePane /></ErrorShield>
        </section>
        {selection.id !== null && (
          <aside className="pane-details" id="details" aria-label={t('details.label')} tabIndex={-1}>
            <ErrorShield {...shield}><DetailsPane /></ErrorShield>
          </aside>
        )}
      </main>
      <Notices />
      <ErrorShield {...shield}><Prompts /></ErrorShield>
    </div>
  );
}

/** The line between map and timeline; drag it, or use the arrow keys. */
function Splitter({ height, setHeight, label }: { height: number; setHeight: (height: number) => void; label: string }) {
  const start = useRef<{ y: number; height: number } | null>(null);
  const set = (next: number) => {
    const fitting = Math.round(Math.min(Math.max(next, leastHeight), innerHeight - 240));
    localStorage.setItem(heightKey, String(fitting));
    setHeight(fitting);
  };
  const drag = (event: PointerEvent) => {
    if (start.current) set(start.current.height + start.current.y - event.clientY);
  };
  return (
    <div
      className="splitter" role="separator" aria-orientation="horizontal" aria-label={label} aria-valuenow={height} aria-valuemin={leastHeight} tabIndex={0}
      onPointerDown={event => { event.currentTarget.setPointerCapture(event.pointerId); start.current = { y: event.clientY, height }; }}
      onPointerMove={drag}
      onPointerUp={() => { start.current = null; }}
      onKeyDown={event => {
        if (event.key === 'ArrowUp') set(height + 24);
        else if (event.key === 'ArrowDown') set(height - 24);
        else return;
        event.preventDefault();
      }}
    />
  );
}
