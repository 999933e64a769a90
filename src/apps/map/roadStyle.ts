import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { MapPalette } from './mapPalette';

/**
 * Widths in pixels by zoom: [zoom, motorways, main roads, middling roads, streets, service roads and tracks]. A ramp is
 * as wide as the class below its own.
 */
const widths: readonly (readonly [number, number, number, number, number, number])[] = [
  [8, 1.4, 0.8, 0, 0, 0], [11, 2.8, 2.1, 1.1, 0.5, 0], [13, 4.6, 3.8, 2.8, 1.4, 0.4], [15, 8.5, 7.5, 6, 4, 1.6], [16, 12, 10.5, 8.5, 6.5, 2.8], [18, 28, 24, 20, 16, 8],
];

const paths: ExpressionSpecification = ['literal', ['path', 'steps', 'ferry']];
const isBridge: ExpressionSpecification = ['==', ['get', 'bridge'], 'yes'];
const isPath: ExpressionSpecification = ['in', ['get', 'class'], paths];

/** Paths thin and dashed, roads as white bands between grey edges, bridges over both. The tiles bring the least important first. */
export function roadLayers(colour: MapPalette): LayerSpecification[] {
  const ground: FilterSpecification = ['all', ['!', isBridge], ['!', isPath]];
  const bridges: FilterSpecification = ['all', isBridge, ['!', isPath]];
  return [
    {
      id: 'paths-on-foot', type: 'line', source: 'base', 'source-layer': 'roads', minzoom: 14, filter: ['in', ['get', 'class'], ['literal', ['path', 'steps']]],
      paint: { 'line-color': colour.path, 'line-width': ['interpolate', ['linear'], ['zoom'], 14, 0.8, 18, 2], 'line-dasharray': [2, 1.5] },
    },
    {
      id: 'ferries', type: 'line', source: 'base', 'source-layer': 'roads', minzoom: 9, filter: ['==', ['get', 'class'], 'ferry'],
      paint: { 'line-color': colour.waterLabel, 'line-width': 1, 'line-dasharray': [4, 3], 'line-opacity': 0.6 },
    },
    band('road-casing', colour.casing, ground, 1.5),
    band('roads', colour.road, ground, 0),
    band('bridge-casing', colour.casing, bridges, 2.5),
    band('bridges', colour.road, bridges, 0),
  ];
}

function band(id: string, color: string, filter: FilterSpecification, casing: number): LayerSpecification {
  return {
    id, type: 'line', source: 'base', 'source-layer': 'roads', filter,
    layout: { 'line-cap': casing > 2 ? 'butt' : 'round', 'line-join': 'round' },
    paint: {
      'line-color': color,
      'line-opacity': ['match', ['get', 'tunnel'], 'yes', 0.4, 1],
      'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], ...widths.flatMap(([zoom, ...ofClass]) => [zoom, byClass(ofClass, casing)])] as unknown as ExpressionSpecification,
    },
  };
}

function byClass([motorway, main, middling, street, service]: readonly [number, number, number, number, number], casing: number): ExpressionSpecification {
  const wide = (width: number) => (width > 0 ? width + casing : 0);
  const ramp = (own: number, below: number): ExpressionSpecification => ['match', ['get', 'link'], 'yes', wide(below), wide(own)];
  return [
    'match', ['get', 'class'],
    'motorway', ramp(motorway, middling),
    ['trunk', 'primary'], ramp(main, street),
    ['secondary', 'tertiary'], ramp(middling, street),
    ['service', 'track'], wide(service),
    wide(street),
  ];
}
