import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { FeatureCollection, LineString } from 'geojson';
import type { Layer } from './layer';

/** A line on the map: the drives still ahead of one technician. */
export interface PathLine {
  readonly id: string;
  /** [longitude, latitude] */
  readonly points: readonly (readonly [number, number])[];
  readonly colour: string;
  /** The leg that is being driven now is drawn thicker. */
  readonly isNow: boolean;
}

const id = 'paths';

/** Paths still to drive; under the marks, above the roads. */
export function pathLayer(map: MapLibreMap): Layer<readonly PathLine[]> {
  map.addSource(id, { type: 'geojson', data: toLines([]) });
  map.addLayer({
    id, type: 'line', source: id,
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': ['get', 'colour'], 'line-width': ['case', ['get', 'isNow'], 5, 3], 'line-opacity': ['case', ['get', 'isNow'], 0.9, 0.6] },
  });
  return {
    show: lines => void map.getSource<GeoJSONSource>(id)?.setData(toLines(lines)),
    remove: () => {
      map.removeLayer(id);
      map.removeSource(id);
    },
  };
}

function toLines(lines: readonly PathLine[]): FeatureCollection<LineString> {
  return {
    type: 'FeatureCollection',
    features: lines.map(({ points, ...properties }) => ({
      type: 'Feature', properties, geometry: { type: 'LineString', coordinates: points.map(([longitude, latitude]) => [longitude, latitude]) },
    })),
  };
}
