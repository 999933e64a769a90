import type { ApproachView, GeoPoint, MapView } from '../../contract';
import { ask } from '../../contract/client';
import { decodePolyline } from '../../contract/polyline';
import { baseStyle } from '../../map/baseStyle';
import { canDrawMaps } from '../../map/canDrawMaps';
import { type GeoJSONSource, LngLatBounds, MapLibreMap, Marker } from '../../map/maplibre';
import { h } from '../dom';
import type { Say } from '../texts/texts';
import { type Glide, glidePosition, nextGlide } from './glide';

/** The map of who is on the way. */
export interface ApproachMap {
  /** One or two; the first is the one whose path is drawn. */
  show(approaches: readonly ApproachView[], home: GeoPoint | null): void;
  remove(): void;
}

/** Opens the map. Rejects where maps cannot be drawn. */
export async function openApproachMap(element: HTMLElement, say: Say): Promise<ApproachMap> {
  if (!canDrawMaps()) throw new Error('This browser draws no maps.');
  const accent = getComputedStyle(element).getPropertyValue('--accent').trim() || '#0b5cad';
  const map = new MapLibreMap({
    container: element,
    style: baseStyle(await ask<MapView>('/api/map'), matchMedia('(prefers-color-scheme: dark)').matches),
    center: [0, 0],
    zoom: 13,
    // One finger scrolls the page, two move the map: nobody gets caught in it.
    cooperativeGestures: true,
    locale: {
      'CooperativeGesturesHandler.MobileHelpText': say('mapFingers'),
      'CooperativeGesturesHandler.WindowsHelpText': say('mapWheel'),
      'CooperativeGesturesHandler.MacHelpText': say('mapWheel'),
    },
    attributionControl: { compact: false },
    fadeDuration: 0,
  });
  await map.once('load');
  map.addSource('way', { type: 'geojson', data: lineOf('') });
  map.addLayer({
    id: 'way', type: 'line', source: 'way', layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': accent, 'line-width': 4, 'line-opacity': 0.8 },
  });
  const vans: Van[] = [];
  const door = new Marker({ element: h('div', { class: 'door' }, say('mapHome')), anchor: 'bottom' });
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  let frame = 0;
  let isFirst = true;

  const step = () => {
    const now = performance.now();
    for (const { marker, glide } of vans) {
      const { latitude, longitude } = glidePosition(glide, now);
      marker.setLngLat([longitude, latitude]);
    }
    if (vans.some(({ glide }) => now < glide.startMs + glide.lastsMs)) frame = requestAnimationFrame(step);
  };

  return {
    show(approaches, home) {
      // Who has arrived is on the way no longer, and off the map.
      for (const gone of vans.splice(approaches.length)) gone.marker.remove();
      approaches.forEach(({ position }, index) => {
        const van = vans[index];
        if (van?.glide.to.latitude === position.latitude && van.glide.to.longitude === position.longitude) return;
        const glide = nextGlide(van?.glide ?? null, position, performance.now());
        const next = isStill ? { ...glide, from: glide.to, lastsMs: 0 } : glide;
        if (van) van.glide = next;
        else vans.push({ glide: next, marker: new Marker({ element: h('div', { class: 'van' }) }).setLngLat([position.longitude, position.latitude]).addTo(map) });
      });
      cancelAnimationFrame(frame);
      step();
      void map.getSource<GeoJSONSource>('way')?.setData(lineOf(approaches[0]?.path ?? ''));
      if (home) door.setLngLat([home.longitude, home.latitude]);
      const places = approaches.map(({ position }): [number, number] => [position.longitude, position.latitude]);
      // Drawn in again only when a van has left the picture: a map that keeps moving cannot be read.
      if (isFirst || places.some(place => !map.getBounds().contains(place))) {
        const bounds = new LngLatBounds();
        for (const place of places) bounds.extend(place);
        if (home) bounds.extend([home.longitude, home.latitude]);
        map.fitBounds(bounds, { padding: { top: 60, right: 48, bottom: 40, left: 48 }, maxZoom: 15.5, animate: !isFirst && !isStill });
      }
      if (isFirst && home) door.addTo(map);
      isFirst = false;
    },
    remove() {
      cancelAnimationFrame(frame);
      map.remove();
    },
  };
}

/** A van on the map, and its move to the newest fix. */
interface Van {
  readonly marker: Marker;
  glide: Glide;
}

const lineOf = (path: string) => ({
  type: 'Feature' as const,
  properties: {},
  geometry: { type: 'LineString' as const, coordinates: decodePolyline(path) },
});
