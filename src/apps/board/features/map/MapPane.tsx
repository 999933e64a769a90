import { Crosshair, Gauge, Maximize, Minus, Plus, TrafficCone } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MapView } from '../../../contract';
import { canDrawMaps } from '../../../map/canDrawMaps';
import { isDark, onThemeChange } from '../../../shared/theme';
import { useAnswer } from '../../parts/useAnswer';
import { useClosedStreets, useClosures } from '../../store/closedStreets';
import { useBoard, useDesk, useSelectedTechnician } from '../../store/desk';
import { selectedVisits, useSelection } from '../../store/selection';
import { openClosures, useClosurePanel } from '../../store/sketch';
import { showTraffic, useTraffic, useTrafficLayer } from '../../store/traffic';
import { BoardMap } from './BoardMap';
import { closureMarks, trafficMark } from './marks';
import './map.css';

/** How often ages of old fixes are told anew, in milliseconds. */
const ageStepMs = 2_000;

/** The live map. Data goes to it without passing through React's rendering. */
export function MapPane() {
  const { t, i18n } = useTranslation();
  const { store } = useDesk();
  const board = useBoard();
  const chosen = useSelection();
  const selected = useSelectedTechnician();
  const read = useAnswer<MapView>('/api/map');
  const box = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<BoardMap | null>(null);
  const [dark, setDark] = useState(isDark);
  useEffect(() => onThemeChange(setDark), []);

  const [isFailed, setFailed] = useState(false);
  const view = read.value;
  useEffect(() => {
    if (!view || !box.current) return;
    if (!canDrawMaps()) {
      setFailed(true);
      return;
    }
    const next = new BoardMap(box.current, view, dark, store);
    setMap(next);
    return () => {
      setMap(null);
      next.remove();
    };
  }, [view, dark, store]);
  useEffect(() => map?.show(board, chosen, selected), [map, board, chosen, selected]);
  useEffect(() => {
    const timer = setInterval(() => map?.showVans(), ageStepMs);
    return () => clearInterval(timer);
  }, [map]);
  const closures = useClosures();
  const streets = useClosedStreets(closures);
  const panel = useClosurePanel();
  useEffect(() => map?.showClosures(closureMarks(closures, streets, t)), [map, closures, streets, t]);
  const { isShown: isTrafficShown, pointedAt } = useTrafficLayer();
  const { traffic } = useTraffic();
  const slower = useMemo(() => traffic?.streets.map(street => trafficMark(street, traffic.part, t, i18n.language)) ?? [], [traffic, t, i18n.language]);
  useEffect(
    () => map?.showTraffic({ streets: slower, pointedAt: pointedAt && traffic && trafficMark(pointedAt, traffic.part, t, i18n.language) }),
    [map, slower, pointedAt, traffic, t, i18n.language]);
  const [first] = selectedVisits(chosen);
  useEffect(() => map?.reveal(first ?? null, selected), [map, first, selected]);

  return (
    <>
      <div ref={box} className="map" />
      <div className="map-tools">
        <button type="button" className="icon-button" aria-label={t('map.zoomIn')} onClick={() => map?.zoom(1)}><Plus size={16} aria-hidden /></button>
        <button type="button" className="icon-button" aria-label={t('map.zoomOut')} onClick={() => map?.zoom(-1)}><Minus size={16} aria-hidden /></button>
        <button type="button" className="icon-button" aria-label={t('map.fit')} onClick={() => map?.fit()}><Maximize size={16} aria-hidden /></button>
      </div>
      <div className="map-layers">
        <button type="button" aria-expanded={panel.isOpen} onClick={() => openClosures(!panel.isOpen)}>
          <TrafficCone size={16} aria-hidden /> {t('closures.title')} {closures.length > 0 && <b>{closures.length}</b>}
        </button>
        <button type="button" aria-pressed={isTrafficShown} onClick={() => showTraffic(!isTrafficShown)}><Gauge size={16} aria-hidden /> {t('traffic.show')}</button>
      </div>
      {panel.sketch && <Crosshair size={24} className="map-middle" aria-hidden />}
      {(read.state === 'failed' || isFailed) && <p className="map-note" role="alert">{t('map.failed')}</p>}
    </>
  );
}
