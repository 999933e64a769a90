import type { Feature, FeatureCollection } from 'geojson';
import type { GeoJSONSource, LayerSpecification, Map as MapLibreMap, MapLayerMouseEvent } from 'maplibre-gl';
import type { Layer } from './layer';
import { Popup } from './maplibre';

/** A street that is slower than the map says. */
export interface TrafficMark {
  /** [longitude, latitude], in the direction of driving. */
  readonly points: readonly (readonly [number, number])[];
  /** How slow, 1 to 3: wider with each, and the last one is a double line, so that no colour has to be seen. */
  readonly step: 1 | 2 | 3;
  /** Where one drives: -1 left, 0 on all of it, 1 right. */
  readonly side: -1 | 0 | 1;
  /** What is told when it is pointed at. */
  readonly text: string;
}

/** What is shown: the streets, and which of them somebody asked for. */
export interface TrafficMarks {
  readonly streets: readonly TrafficMark[];
  readonly pointedAt: TrafficMark | null;
}

/** The colours that it takes from the theme. */
export interface TrafficColours {
  readonly surface: string;
  readonly traffic: readonly string[];
}

const id = 'traffic';
/** By step: width in pixels at zoom 10, 13 and 16. */
const widths = [[1.6, 2.2, 4], [2.4, 3.6, 6], [3.6, 5.4, 9]] as const;

/** Slower streets over the roads and under all that is of today; a text beside the one that is pointed at. */
export function trafficLayer(map: MapLibreMap, colours: TrafficColours): Layer<TrafficMarks> {
  map.addSource(id, { type: 'geojson', data: toLines([]) });
  const layers = layersOf(colours);
  layers.forEach(layer => map.addLayer(layer));
  const popup = new Popup({ closeButton: false, closeOnClick: false, className: 'map-tip', maxWidth: '280px', offset: 10 });
  const marks = layers.map(layer => layer.id);
  const show = (event: MapLayerMouseEvent) => {
    const text: unknown = event.features?.[0]?.properties['text'];
    if (typeof text === 'string') popup.setLngLat(event.lngLat).setText(text).addTo(map);
  };
  const hide = () => void popup.remove();
  map.on('mousemove', marks, show);
  map.on('mouseleave', marks, hide);
  let drawn: readonly TrafficMark[] | null = null;
  return {
    show: ({ streets, pointedAt }) => {
      if (streets !== drawn) void map.getSource<GeoJSONSource>(id)?.setData(toLines(streets));
      drawn = streets;
      popup.remove();
      const middle = pointedAt?.points[Math.floor((pointedAt.points.length - 1) / 2)];
      if (!pointedAt || !middle) return;
      map.easeTo({ center: [...middle], zoom: Math.max(map.getZoom(), 14), duration: 150 });
      popup.setLngLat([...middle]).setText(pointedAt.text).addTo(map);
    },
    remove: () => {
      map.off('mousemove', marks, show);
      map.off('mouseleave', marks, hide);
      popup.remove();
      marks.forEach(layer => map.removeLayer(layer));
      map.removeSource(id);
    },
  };
}

function layersOf({ surface, traffic }: TrafficColours): LayerSpecification[] {
  const line = (name: string, step: number, color: string, share: number, more: number): LayerSpecification => {
    const [far = 1, middle = 1, near = 1] = widths[step - 1] ?? [];
    return {
      id: `${id}-${name}`, type: 'line', source: id, filter: ['==', ['get', 'step'], step], layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': color,
        'line-width': ['interpolate', ['linear'], ['zoom'], 10, far * share + more, 13, middle * share + more, 16, near * share + more],
        'line-offset': ['interpolate', ['linear'], ['zoom'], 11, 0, 13, ['*', 1.5, ['get', 'side']], 16, ['*', 4.5, ['get', 'side']]],
      },
    };
  };
  return [1, 2, 3].flatMap(step => [
    line(`${step}-edge`, step, surface, 1, 1.5),
    line(`${step}`, step, traffic[step - 1] ?? surface, 1, 0),
    ...(step === 3 ? [line('3-core', 3, surface, 0.3, 0)] : []),
  ]);
}

function toLines(streets: readonly TrafficMark[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: streets.map(({ points, ...properties }): Feature => ({ type: 'Feature', properties, geometry: { type: 'LineString', coordinates: points.map(point => [...point]) } })),
  };
}
