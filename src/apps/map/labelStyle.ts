import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { MapPalette } from './mapPalette';

const font = ['Inter Variable'];
const mainRoads: ExpressionSpecification = ['literal', ['motorway', 'trunk', 'primary', 'secondary']];

/** Few labels: streets along their line, numbers of main roads, waters and parks, places by their rank, house numbers close by. */
export function labelLayers(colour: MapPalette): LayerSpecification[] {
  const halo = { 'text-halo-color': colour.land, 'text-halo-width': 1.5 } as const;
  return [
    {
      id: 'waterway-names', type: 'symbol', source: 'base', 'source-layer': 'waterways', minzoom: 12, filter: ['has', 'name'],
      layout: { 'symbol-placement': 'line', 'text-field': ['get', 'name'], 'text-size': 11, 'text-font': font, 'text-letter-spacing': 0.06, 'symbol-spacing': 600 },
      paint: { 'text-color': colour.waterLabel, 'text-halo-color': colour.water, 'text-halo-width': 1.2 },
    },
    {
      id: 'street-names', type: 'symbol', source: 'base', 'source-layer': 'roadnames', minzoom: 13,
      filter: ['all', ['has', 'name'], ['any', ['>=', ['zoom'], 15], ['in', ['get', 'class'], mainRoads]]],
      layout: {
        'symbol-placement': 'line', 'text-field': ['get', 'name'], 'text-font': font, 'symbol-spacing': 420, 'text-padding': 4,
        'text-size': ['interpolate', ['linear'], ['zoom'], 13, 10.5, 17, 12.5],
      },
      paint: { 'text-color': colour.label, 'text-halo-color': colour.labelHalo, 'text-halo-width': 1.5 },
    },
    {
      id: 'road-numbers', type: 'symbol', source: 'base', 'source-layer': 'roadnames', minzoom: 10, maxzoom: 15,
      filter: ['all', ['has', 'ref'], ['in', ['get', 'class'], ['literal', ['motorway', 'trunk', 'primary']]]],
      layout: {
        'symbol-placement': 'line', 'text-field': ['get', 'ref'], 'text-font': font, 'text-size': 10, 'symbol-spacing': 500, 'text-rotation-alignment': 'viewport', 'text-padding': 20,
      },
      paint: { 'text-color': colour.label, 'text-halo-color': colour.labelHalo, 'text-halo-width': 2 },
    },
    {
      id: 'area-names', type: 'symbol', source: 'base', 'source-layer': 'areanames', minzoom: 13,
      layout: { 'text-field': ['get', 'name'], 'text-font': font, 'text-size': 10.5, 'text-max-width': 8, 'text-padding': 8 },
      paint: { 'text-color': ['match', ['get', 'class'], 'water', colour.waterLabel, colour.label], ...halo },
    },
    {
      id: 'place-names', type: 'symbol', source: 'base', 'source-layer': 'places', maxzoom: 16,
      filter: ['any', ['>=', ['zoom'], 12], ['in', ['get', 'class'], ['literal', ['city', 'town', 'suburb', 'village']]]],
      layout: {
        'text-field': ['get', 'name'], 'text-font': font, 'text-padding': 10, 'text-max-width': 8, 'symbol-sort-key': ['coalesce', ['get', 'rank'], 9],
        'text-letter-spacing': ['match', ['get', 'class'], ['suburb', 'neighbourhood'], 0.04, 0],
        'text-size': ['interpolate', ['linear'], ['zoom'],
          8, ['match', ['get', 'class'], 'city', 14, 'town', 12, 10.5],
          14, ['match', ['get', 'class'], 'city', 19, 'town', 16, ['suburb', 'village'], 13.5, 12]],
      },
      paint: { 'text-color': colour.place, ...halo },
    },
    {
      id: 'housenumbers', type: 'symbol', source: 'base', 'source-layer': 'housenumbers', minzoom: 17,
      layout: { 'text-field': ['get', 'number'], 'text-size': 10, 'text-font': font },
      paint: { 'text-color': colour.label, 'text-halo-color': colour.building, 'text-halo-width': 1 },
    },
  ];
}
