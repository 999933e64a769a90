import type { ApproachView, GeoPoint, MapView } from '../../contract';
import { ask } from '../../contract/client';
import { decodePolyline } from '../../contract/polyline';
import { baseStyle } from '../../map/baseStyle';
import { canDrawMaps } from '../../map/canDrawMaps';
import { type GeoJSONSource, LngLatBounds, MapLibreMap, Marker } from '../../map/maplibre';
import { h } from '../dom';
import type { Say } from '../texts/texts';
import { type Glide, glidePosition, nextGlide } from './glide';

/** The map of a technician on the way. */
export interface ApproachMap {
  show(approach: ApproachView, home: GeoPoint | null): void;
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
  const van = new Marker({ element: h('div', { class: 'van' }) });
  const door = new Marker({ element: h('div', { class: 'door' }, say('mapHome')), anchor: 'bottom' });
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  let glide: Glide | null = null;
  let frame = 0;
  let isFirst = true;

  const step = () => {
    if (!glide) return;
    const now = performance.now();
    const { latitude, longitude } = glidePosition(glide, now);
    van.setLngLat([longitude, latitude]);
    if (now < glide.startMs + glide.lastsMs) frame = requestAnimationFrame(step);
  };

  return {
    show(approach, home) {
      const { latitude, longitude } = approach.position;
      const moved = !glide || glide.to.latitude !== latitude || glide.to.longitude !== longitude;
      if (moved) {
        glide = nextGlide(glide, { latitude, longitude }, performance.now());
        if (isStill) glide = { ...glide, from: glide.to, lastsMs: 0 };
        cancelAnimationFrame(frame);
        step();
      }
      void map.getSource<GeoJSONSource>('way')?.setData(lineOf(approach.path));
      if (home) door.setLngLat([home.longitude, home.latitude]);
      const bounds = new LngLatBounds([longitude, latitude], [longitude, latitude]);
      if (home) bounds.extend([home.longitude, home.latitude]);
      // Drawn in again only when the van has left the picture: a map that keeps moving cannot be read.
      if (isFirst || !map.getBounds().contains([longitude, latitude]))
        map.fitBounds(bounds, { padding: { top: 60, right: 48, bottom: 40, left: 48 }, maxZoom: 15.5, animate: !isFirst && !isStill });
      if (isFirst) {
        van.addTo(map);
        if (home) door.addTo(map);
      }
      isFirst = false;
    },
    remove() {
      cancelAnimationFrame(frame);
      map.remove();
    },
  };
}

const lineOf = (path: string) => ({
  type: 'Feature' as const,
  properties: {},
  geometry: { type: 'LineString' as const, coordinates: decodePolyline(path) },
});
