import { ask, decodePolyline, type GeoPoint, type MapView } from '../../contract';
import { baseStyle } from '../../map/baseStyle';
import { canDrawMaps } from '../../map/canDrawMaps';
import { LngLatBounds, MapLibreMap } from '../../map/maplibre';
import { isDark } from '../../shared/theme';

/** Nearer than this the map shows less than one needs to recognise the place. */
const nearestZoom = 15.5;

/** Draws the drive to a place on a still map. Rejects where maps cannot be drawn. */
export async function drawStopMap(element: HTMLElement, place: GeoPoint, path: string): Promise<MapLibreMap> {
  if (!canDrawMaps()) throw new Error('This browser draws no maps.');
  const colours = getComputedStyle(element);
  const accent = colours.getPropertyValue('--accent').trim() || '#0b5cad';
  const surface = colours.getPropertyValue('--surface').trim() || '#ffffff';
  const at: [number, number] = [place.longitude, place.latitude];
  const line = decodePolyline(path);
  const bounds = line.reduce((all, point) => all.extend(point), new LngLatBounds(at, at));
  const map = new MapLibreMap({
    container: element,
    style: baseStyle(await ask<MapView>('/api/map'), isDark()),
    bounds,
    fitBoundsOptions: { padding: 28, maxZoom: nearestZoom },
    interactive: false,
    attributionControl: { compact: false },
    fadeDuration: 0,
  });
  map.on('load', () => {
    map.addSource('drive', {
      type: 'geojson',
      data: {
        type: 'FeatureCollection',
        features: [
          { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: line } },
          { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: at } },
        ],
      },
    });
    map.addLayer({
      id: 'drive', type: 'line', source: 'drive', filter: ['==', ['geometry-type'], 'LineString'],
      layout: { 'line-cap': 'round', 'line-join': 'round' }, paint: { 'line-color': accent, 'line-width': 4 },
    });
    map.addLayer({
      id: 'stop', type: 'circle', source: 'drive', filter: ['==', ['geometry-type'], 'Point'],
      paint: { 'circle-radius': 8, 'circle-color': accent, 'circle-stroke-color': surface, 'circle-stroke-width': 3 },
    });
  });
  return map;
}
