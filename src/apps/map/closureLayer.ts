import type { Feature, FeatureCollection } from 'geojson';
import type { GeoJSONSource, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { Layer } from './layer';

/** A point as GeoJSON has it: longitude, latitude. */
type Point = readonly [number, number];

/** Streets that are closed or slower. */
export interface ClosureMark {
  readonly id: string;
  /** The streets that are meant; empty until they are known. */
  readonly streets: readonly (readonly Point[])[];
  /** What was drawn. */
  readonly shape: readonly Point[];
  readonly isArea: boolean;
  readonly isClosed: boolean;
  /** What stands beside it. */
  readonly label: string;
}

/** What is being drawn. */
export interface SketchMark {
  readonly points: readonly Point[];
  readonly isArea: boolean;
}

/** The colours that it takes from the theme. */
export interface ClosureColours {
  readonly surface: string;
  readonly ink: string;
  readonly muted: string;
  readonly accent: string;
}

const id = 'closures';

/** Closed streets as barrier tape, slower ones dashed, areas edged, and the sketch in the accent. */
export function closureLayer(map: MapLibreMap, colours: ClosureColours): Layer<{ closures: readonly ClosureMark[]; sketch: SketchMark | null }> {
  map.addSource(id, { type: 'geojson', data: toFeatures([], null) });
  const layers = layersOf(colours);
  layers.forEach(layer => map.addLayer(layer));
  return {
    show: ({ closures, sketch }) => void map.getSource<GeoJSONSource>(id)?.setData(toFeatures(closures, sketch)),
    remove: () => {
      layers.forEach(layer => map.removeLayer(layer.id));
      map.removeSource(id);
    },
  };
}

function layersOf(colours: ClosureColours): LayerSpecification[] {
  const of = (kind: string) => ['==', ['get', 'kind'], kind] as ['==', ['get', string], string];
  const width = (near: number, middle: number, far: number) => ['interpolate', ['linear'], ['zoom'], 10, far, 13, middle, 16, near] as never;
  const line = (name: string, kind: string, color: string, lineWidth: unknown, dash?: number[]): LayerSpecification => ({
    id: `${id}-${name}`, type: 'line', source: id, filter: of(kind), layout: { 'line-join': 'round' },
    paint: { 'line-color': color, 'line-width': lineWidth as never, ...(dash ? { 'line-dasharray': dash } : {}) },
  });
  return [
    { id: `${id}-area`, type: 'fill', source: id, filter: of('area'), paint: { 'fill-color': colours.ink, 'fill-opacity': 0.06 } },
    line('edge', 'area', colours.muted, 1.5, [3, 2]),
    line('slow', 'slow', colours.muted, width(7, 4, 2.5), [1.2, 0.8]),
    line('closed', 'closed', colours.ink, width(10, 6, 4)),
    line('tape', 'closed', colours.surface, width(6, 3, 1.6), [1.6, 1.6]),
    { id: `${id}-sketch-area`, type: 'fill', source: id, filter: of('sketch-area'), paint: { 'fill-color': colours.accent, 'fill-opacity': 0.14 } },
    line('sketch', 'sketch', colours.accent, 3),
    {
      id: `${id}-points`, type: 'circle', source: id, filter: of('sketch-point'),
      paint: { 'circle-radius': 5, 'circle-color': colours.surface, 'circle-stroke-color': colours.accent, 'circle-stroke-width': 2.5 },
    },
    {
      id: `${id}-label`, type: 'symbol', source: id, filter: of('label'),
      layout: { 'text-field': ['get', 'label'], 'text-size': 11, 'text-font': ['Inter Variable'], 'text-max-width': 14, 'text-offset': [0, 1.2], 'text-anchor': 'top' },
      paint: { 'text-color': colours.ink, 'text-halo-color': colours.surface, 'text-halo-width': 1.75 },
    },
  ];
}

function toFeatures(closures: readonly ClosureMark[], sketch: SketchMark | null): FeatureCollection {
  const features = closures.flatMap(closure => {
    const kind = closure.isClosed ? 'closed' : 'slow';
    const streets = closure.streets.length > 0 || closure.isArea ? closure.streets : [closure.shape];
    return [
      ...(closure.isArea ? [feature('area', { type: 'Polygon', coordinates: [ringOf(closure.shape)] })] : []),
      ...streets.map(street => feature(kind, { type: 'LineString', coordinates: copy(street) })),
      feature('label', { type: 'Point', coordinates: [...middleOf(closure)] }, closure.label),
    ];
  });
  return { type: 'FeatureCollection', features: [...features, ...(sketch ? sketchFeatures(sketch) : [])] };
}

function sketchFeatures({ points, isArea }: SketchMark): Feature[] {
  const outline = isArea && points.length > 2 ? ringOf(points) : copy(points);
  return [
    ...(isArea && points.length > 2 ? [feature('sketch-area', { type: 'Polygon', coordinates: [outline] })] : []),
    ...(points.length > 1 ? [feature('sketch', { type: 'LineString', coordinates: outline })] : []),
    ...points.map(point => feature('sketch-point', { type: 'Point', coordinates: [...point] })),
  ];
}

const feature = (kind: string, geometry: Feature['geometry'], label = ''): Feature => ({ type: 'Feature', properties: { kind, label }, geometry });
const copy = (points: readonly Point[]) => points.map(point => [...point]);
const ringOf = (points: readonly Point[]) => copy([...points, ...points.slice(0, 1)]);

// The middle of an area, and the middle point of a line.
function middleOf({ shape, isArea }: ClosureMark): Point {
  if (!isArea) return shape[Math.floor(shape.length / 2)] ?? [0, 0];
  const mean = (axis: 0 | 1) => shape.reduce((sum, point) => sum + point[axis], 0) / Math.max(1, shape.length);
  return [mean(0), mean(1)];
}
