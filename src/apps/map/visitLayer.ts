import type { FeatureCollection, Point } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap, MapLayerMouseEvent } from 'maplibre-gl';
import type { UrgencyClass } from '../contract';
import type { Place } from './glide';
import type { Layer } from './layer';
import { addVisitImages, type MarkColours } from './visitImage';

/** A visit as the map shows it: its urgency's shape, plain, chosen, or in the colour of what is wrong. */
export interface VisitMark {
  readonly id: string;
  readonly place: Place;
  readonly urgency: UrgencyClass;
  readonly tone: 'plain' | 'warn' | 'danger';
  readonly isDone: boolean;
  readonly isChosen: boolean;
  /** Name beside the mark; empty for most. */
  readonly label: string;
  /** Never hidden in a cluster: urgent, in danger, chosen, or nobody's. */
  readonly isLoud: boolean;
}

/** What the layer tells: which visit was clicked. */
export interface VisitLayerEvents {
  clicked(id: string, isAdded: boolean): void;
  /** Whether a click on a cluster opens it now. */
  mayOpen(): boolean;
}

const id = 'visits';
const loud = 'visits-loud';

/** All visits of the day, clustered with their number where they are close together. */
export function visitLayer(map: MapLibreMap, colours: MarkColours, events: VisitLayerEvents): Layer<readonly VisitMark[]> {
  addVisitImages(map, colours);
  map.addSource(id, { type: 'geojson', data: toPoints([]), cluster: true, clusterRadius: 20, clusterMaxZoom: 14 });
  map.addSource(loud, { type: 'geojson', data: toPoints([]) });
  map.addLayer({
    id: `${id}-cluster`, type: 'circle', source: id, filter: ['has', 'point_count'],
    paint: {
      'circle-radius': ['step', ['get', 'point_count'], 11, 10, 13, 50, 16], 'circle-color': colours.surface, 'circle-stroke-color': colours.line,
      'circle-stroke-width': 1.5,
    },
  });
  map.addLayer({
    id: `${id}-count`, type: 'symbol', source: id, filter: ['has', 'point_count'],
    layout: { 'text-field': ['get', 'point_count_abbreviated'], 'text-size': 11, 'text-font': ['Inter Variable'], 'text-allow-overlap': true },
    paint: { 'text-color': colours.ink },
  });
  for (const source of [id, loud]) map.addLayer({
    id: source, type: 'symbol', source, filter: ['!', ['has', 'point_count']],
    layout: {
      'icon-image': ['get', 'image'], 'icon-allow-overlap': true, 'icon-size': ['case', ['get', 'isChosen'], 1.5, 1],
      'text-field': ['get', 'label'], 'text-size': 11, 'text-font': ['Inter Variable'], 'text-anchor': 'left', 'text-offset': [1, 0], 'text-optional': true,
      'symbol-sort-key': ['get', 'sort'],
    },
    paint: { 'text-color': colours.ink, 'text-halo-color': colours.surface, 'text-halo-width': 1.5 },
  });
  const click = (event: MapLayerMouseEvent) => {
    const found: unknown = event.features?.[0]?.properties['id'];
    if (typeof found === 'string') events.clicked(found, event.originalEvent.ctrlKey || event.originalEvent.metaKey || event.originalEvent.shiftKey);
  };
  const open = (event: MapLayerMouseEvent) => {
    if (!events.mayOpen()) return;
    const feature = event.features?.[0];
    const cluster: unknown = feature?.properties['cluster_id'];
    if (typeof cluster !== 'number' || feature?.geometry.type !== 'Point') return;
    const [longitude = 0, latitude = 0] = feature.geometry.coordinates;
    void map.getSource<GeoJSONSource>(id)?.getClusterExpansionZoom(cluster).then(zoom => map.easeTo({ center: [longitude, latitude], zoom, duration: 150 }));
  };
  map.on('click', id, click);
  map.on('click', loud, click);
  map.on('click', `${id}-cluster`, open);
  return {
    show: marks => {
      void map.getSource<GeoJSONSource>(id)?.setData(toPoints(marks.filter(mark => !mark.isLoud)));
      void map.getSource<GeoJSONSource>(loud)?.setData(toPoints(marks.filter(mark => mark.isLoud)));
    },
    remove: () => {
      map.off('click', id, click);
      map.off('click', loud, click);
      map.off('click', `${id}-cluster`, open);
      [loud, id, `${id}-count`, `${id}-cluster`].forEach(layer => map.removeLayer(layer));
      [loud, id].forEach(source => map.removeSource(source));
    },
  };
}

function toPoints(marks: readonly VisitMark[]): FeatureCollection<Point> {
  return {
    type: 'FeatureCollection',
    features: marks.map(mark => ({
      type: 'Feature',
      properties: {
        id: mark.id, label: mark.label, isChosen: mark.isChosen, image: `visit-${mark.urgency}-${mark.isDone ? 'done' : mark.tone}`,
        sort: (mark.isChosen ? 100 : 0) + (mark.tone === 'plain' ? 0 : 10) - Number(mark.urgency.slice(1)),
      },
      geometry: { type: 'Point', coordinates: [mark.place.longitude, mark.place.latitude] },
    })),
  };
}
