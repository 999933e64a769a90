import type { FeatureCollection, Point } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap, MapLayerMouseEvent } from 'maplibre-gl';
import type { Place } from './glide';
import type { Layer } from './layer';

/** A numbered stop of a route that someone asked to see. Done ones are hollow. */
export interface StopMark {
  readonly id: string;
  readonly place: Place;
  readonly number: number;
  readonly colour: string;
  readonly isDone: boolean;
  readonly isChosen: boolean;
}

const id = 'stops';

/** Stops with their numbers, above the visits. */
export function stopLayer(map: MapLibreMap, surface: string, clicked: (id: string, isAdded: boolean) => void): Layer<readonly StopMark[]> {
  map.addSource(id, { type: 'geojson', data: toPoints([]) });
  map.addLayer({
    id, type: 'circle', source: id,
    paint: {
      'circle-radius': ['case', ['get', 'isChosen'], 12, 9], 'circle-color': ['case', ['get', 'isDone'], surface, ['get', 'colour']],
      'circle-stroke-color': ['case', ['get', 'isDone'], ['get', 'colour'], surface], 'circle-stroke-width': 1.5,
    },
  });
  map.addLayer({
    id: `${id}-number`, type: 'symbol', source: id,
    layout: { 'text-field': ['to-string', ['get', 'number']], 'text-size': 11, 'text-font': ['Inter Variable'], 'text-allow-overlap': true },
    paint: { 'text-color': ['case', ['get', 'isDone'], ['get', 'colour'], surface] },
  });
  const click = (event: MapLayerMouseEvent) => {
    const found: unknown = event.features?.[0]?.properties['id'];
    if (typeof found === 'string') clicked(found, event.originalEvent.ctrlKey || event.originalEvent.metaKey || event.originalEvent.shiftKey);
  };
  map.on('click', id, click);
  return {
    show: stops => void map.getSource<GeoJSONSource>(id)?.setData(toPoints(stops)),
    remove: () => {
      map.off('click', id, click);
      [`${id}-number`, id].forEach(layer => map.removeLayer(layer));
      map.removeSource(id);
    },
  };
}

function toPoints(stops: readonly StopMark[]): FeatureCollection<Point> {
  return {
    type: 'FeatureCollection',
    features: stops.map(({ place, ...properties }) => ({
      type: 'Feature', properties, geometry: { type: 'Point', coordinates: [place.longitude, place.latitude] },
    })),
  };
}
