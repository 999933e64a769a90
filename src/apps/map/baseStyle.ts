import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { MapView } from '../contract';

interface Palette {
  land: string;
  green: string;
  landuse: string;
  water: string;
  building: string;
  road: string;
  casing: string;
  rail: string;
  label: string;
  place: string;
}

const light: Palette = {
  land: '#f3f4f5', green: '#e8ede6', landuse: '#eeeff1', water: '#d4e0e8', building: '#e6e8eb',
  road: '#ffffff', casing: '#d3d7dc', rail: '#c9ced4', label: '#5b636d', place: '#434a53',
};
const dark: Palette = {
  land: '#191d21', green: '#1c241f', landuse: '#1d2125', water: '#14232d', building: '#22272c',
  road: '#333a42', casing: '#121518', rail: '#2c3238', label: '#9aa3ad', place: '#b9c0c9',
};

/** The quiet base map: grey land, pale water, roads told apart by width and not by colour, few labels. */
export function baseStyle(map: MapView, isDark: boolean): StyleSpecification {
  const colour = isDark ? dark : light;
  return {
    version: 8,
    sources: {
      base: {
        type: 'vector',
        tiles: [location.origin + map.tiles.replace('{version}', map.version)],
        minzoom: map.minZoom,
        maxzoom: map.maxZoom,
        bounds: [map.bounds.west, map.bounds.south, map.bounds.east, map.bounds.north],
        attribution: map.attribution,
      },
    },
    layers: [
      { id: 'land', type: 'background', paint: { 'background-color': colour.land } },
      fill('landuse', colour.landuse),
      fill('green', colour.green),
      fill('water', colour.water),
      {
        id: 'waterways', type: 'line', source: 'base', 'source-layer': 'waterways',
        paint: { 'line-color': colour.water, 'line-width': ['interpolate', ['linear'], ['zoom'], 10, 0.6, 16, 4] },
      },
      fill('buildings', colour.building, 14),
      { id: 'railways', type: 'line', source: 'base', 'source-layer': 'railways', minzoom: 12, paint: { 'line-color': colour.rail, 'line-width': 1 } },
      road('road-casing', colour.casing, 1.5),
      road('roads', colour.road, 0),
      streetNames(colour),
      placeNames(colour),
      {
        id: 'housenumbers', type: 'symbol', source: 'base', 'source-layer': 'housenumbers', minzoom: 17,
        layout: { 'text-field': ['get', 'number'], 'text-size': 10, 'text-font': ['Inter Variable'] },
        paint: { 'text-color': colour.label, 'text-halo-color': colour.land, 'text-halo-width': 1 },
      },
    ],
  };
}

const fill = (layer: string, color: string, minzoom = 0): LayerSpecification => ({
  id: layer, type: 'fill', source: 'base', 'source-layer': layer, minzoom, paint: { 'fill-color': color },
});

/** Widths in pixels by zoom: [zoom, motorways and main roads, middling roads, all others]. */
const widths: readonly (readonly [number, number, number, number])[] = [
  [9, 1.1, 0.5, 0], [12, 2.2, 1.3, 0.5], [14, 4, 3, 1.6], [16, 10, 8, 6], [18, 24, 20, 15],
];

const road = (id: string, color: string, casing: number): LayerSpecification => ({
  id, type: 'line', source: 'base', 'source-layer': 'roads',
  layout: { 'line-cap': 'round', 'line-join': 'round' },
  paint: {
    'line-color': color,
    'line-width': ['interpolate', ['exponential', 1.5], ['zoom'],
      ...widths.flatMap(([zoom, main, middling, other]) => [zoom, byClass(main + casing, middling + casing, other > 0 ? other + casing : 0)]),
    ] as unknown as ExpressionSpecification,
  },
});

const byClass = (main: number, middling: number, other: number): ExpressionSpecification => [
  'match', ['get', 'class'],
  ['motorway', 'motorway_link', 'trunk', 'trunk_link', 'primary', 'primary_link'], main,
  ['secondary', 'secondary_link', 'tertiary', 'tertiary_link'], middling,
  other,
];

const streetNames = (colour: Palette): LayerSpecification => ({
  id: 'street-names', type: 'symbol', source: 'base', 'source-layer': 'roads', minzoom: 14,
  layout: { 'symbol-placement': 'line', 'text-field': ['get', 'name'], 'text-size': 11, 'text-font': ['Inter Variable'], 'symbol-spacing': 400 },
  paint: { 'text-color': colour.label, 'text-halo-color': colour.land, 'text-halo-width': 1.5 },
});

const placeNames = (colour: Palette): LayerSpecification => ({
  id: 'place-names', type: 'symbol', source: 'base', 'source-layer': 'places', maxzoom: 15,
  layout: {
    'text-field': ['get', 'name'], 'text-font': ['Inter Variable'], 'text-padding': 12,
    'text-size': ['match', ['get', 'kind'], ['city'], 15, ['town'], 13, 11],
  },
  paint: { 'text-color': colour.place, 'text-halo-color': colour.land, 'text-halo-width': 1.5 },
});
