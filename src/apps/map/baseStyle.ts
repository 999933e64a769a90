import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { MapView } from '../contract';
import { dark, light, type MapPalette } from './mapPalette';
import { labelLayers } from './labelStyle';
import { roadLayers } from './roadStyle';

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
      ...landLayers(colour),
      ...roadLayers(colour),
      ...labelLayers(colour),
    ],
  };
}

/** All that lies under the roads: use of the land, green, water, paved areas, buildings, rails and borders. */
function landLayers(colour: MapPalette): LayerSpecification[] {
  return [
    {
      id: 'landuse', type: 'fill', source: 'base', 'source-layer': 'landuse',
      paint: { 'fill-color': ['match', ['get', 'class'], ['hospital', 'school'], colour.public, ['farmland'], colour.land, colour.landuse] },
    },
    fill('green', colour.green),
    fill('water', colour.water),
    {
      id: 'waterways', type: 'line', source: 'base', 'source-layer': 'waterways',
      paint: {
        'line-color': colour.water,
        'line-width': ['interpolate', ['linear'], ['zoom'], 10, ['match', ['get', 'class'], 'river', 1.2, 0.4], 16, ['match', ['get', 'class'], 'river', 7, 'canal', 5, 2.5]],
      },
    },
    fill('areas', colour.area, 13),
    fill('buildings', colour.building, 14),
    {
      id: 'railways', type: 'line', source: 'base', 'source-layer': 'railways', minzoom: 11, filter: ['!=', ['get', 'class'], 'subway'],
      paint: { 'line-color': colour.rail, 'line-width': ['interpolate', ['linear'], ['zoom'], 11, 0.6, 16, 1.6] },
    },
    {
      id: 'boundaries', type: 'line', source: 'base', 'source-layer': 'boundaries',
      paint: { 'line-color': colour.rail, 'line-width': 1, 'line-dasharray': [4, 3] },
    },
  ];
}

const fill = (layer: string, color: string, minzoom = 0): LayerSpecification => ({
  id: layer, type: 'fill', source: 'base', 'source-layer': layer, minzoom, paint: { 'fill-color': color },
});
