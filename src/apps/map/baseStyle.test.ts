// @vitest-environment jsdom
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import type { MapView } from '../contract';
import { baseStyle } from './baseStyle';

const view = {
  attribution: '© OpenStreetMap contributors', bounds: { west: -123, south: 45, east: -122, north: 46 }, minZoom: 0, maxZoom: 16, tiles: '/tiles/{version}/{z}/{x}/{y}.mvt', version: 'v1',
} as unknown as MapView;

describe('the base map', () => {
  it('is a style that MapLibre takes, in both themes', () => {
    for (const isDark of [false, true]) expect(validateStyleMin(baseStyle(view, isDark)).map(mistake => mistake.message)).toEqual([]);
  });
});
