import type { MapView } from '../../../contract';
import { baseStyle } from '../../../map/baseStyle';
import type { Layer } from '../../../map/layer';
import { MapLibreMap } from '../../../map/maplibre';
import { closureLayer, type ClosureMark, type SketchMark } from '../../../map/closureLayer';
import { pathLayer, type PathLine } from '../../../map/pathLayer';
import { stopLayer, type StopMark } from '../../../map/stopLayer';
import { technicianLayer, type VanLayer } from '../../../map/technicianLayer';
import { trafficLayer, type TrafficMarks } from '../../../map/trafficLayer';
import { visitLayer, type VisitMark } from '../../../map/visitLayer';
import type { BoardSnapshot, BoardStore } from '../../store/boardStore';
import { selectOne, toggleVisit, type Selection } from '../../store/selection';
import { addPoint, closurePanel, lendMiddle, setPointInMiddle, subscribeToSketch } from '../../store/sketch';
import { pathLines, readPalette, shownRoutes, stopMarks, vanMarks, visitMarks, type Palette } from './marks';

/** Where the map was left, so that a change of theme does not move it. */
let kept: { center: [number, number]; zoom: number } | null = null;

/** From this number on vans are gathered less often. */
const manyVans = 500;

/** The board's map: base style, layers, and what they show now. */
export class BoardMap {
  private readonly map: MapLibreMap;
  private readonly palette: Palette = readPalette();
  private layers: { traffic: Layer<TrafficMarks>; closures: Layer<{ closures: readonly ClosureMark[]; sketch: SketchMark | null }>; paths: Layer<readonly PathLine[]>; visits: Layer<readonly VisitMark[]>; stops: Layer<readonly StopMark[]>; vans: VanLayer } | null = null;
  private shown: { board: BoardSnapshot; chosen: Selection; selected: string | null } | null = null;
  private closures: readonly ClosureMark[] = [];
  private traffic: TrafficMarks = { streets: [], pointedAt: null };
  private isPlaced = kept !== null;
  private readonly endSketches: () => void;
  private readonly endPositions: () => void;
  private soon: ReturnType<typeof setTimeout> | undefined;

  constructor(box: HTMLElement, private readonly view: MapView, dark: boolean, private readonly store: BoardStore) {
    this.map = new MapLibreMap({
      container: box, style: baseStyle(view, dark), attributionControl: { compact: false }, dragRotate: false, pitchWithRotate: false, maxPitch: 0,
      minZoom: 7, maxZoom: 19, fadeDuration: 0,
      ...(kept ?? { bounds: [[view.bounds.west, view.bounds.south], [view.bounds.east, view.bounds.north]], fitBoundsOptions: { padding: 24 } }),
    });
    this.map.touchZoomRotate.disableRotation();
    // As soon as the style stands, not when the last tile is here: what moves matters more than the ground.
    this.map.once('style.load', () => this.addLayers());
    this.map.on('moveend', () => {
      const { lng, lat } = this.map.getCenter();
      kept = { center: [lng, lat], zoom: this.map.getZoom() };
    });
    this.map.on('click', event => {
      if (isSketching()) {
        addPoint({ latitude: event.lngLat.lat, longitude: event.lngLat.lng });
        return;
      }
      const van = this.layers?.vans.hit(event.point.x, event.point.y);
      if (van) selectOne('technician', van);
    });
    this.map.getCanvas().addEventListener('keydown', event => {
      if (event.key === 'Enter' && isSketching()) setPointInMiddle();
    });
    lendMiddle(() => {
      const { lat, lng } = this.map.getCenter();
      return { latitude: lat, longitude: lng };
    });
    this.endPositions = store.positions.subscribe(() => this.showVansSoon());
    this.endSketches = subscribeToSketch(() => this.showClosures(this.closures));
  }

  /** Shows what the feeds told and what is selected. */
  show(board: BoardSnapshot, chosen: Selection, selected: string | null): void {
    this.shown = { board, chosen, selected };
    if (!this.layers) return;
    this.fitFirst();
    const routes = shownRoutes(chosen, selected, this.palette);
    this.layers.paths.show(pathLines(board, routes));
    this.layers.visits.show(visitMarks(board, chosen, routes));
    this.layers.stops.show(stopMarks(board, chosen, routes));
    this.showVans();
  }

  /** Shows the streets that are slower than the map says. */
  showTraffic(traffic: TrafficMarks): void {
    this.traffic = traffic;
    this.layers?.traffic.show(traffic);
  }

  /** Shows the closures, and what is being drawn. */
  showClosures(closures: readonly ClosureMark[]): void {
    this.closures = closures;
    const { sketch } = closurePanel();
    const points = sketch?.points.map(point => [point.longitude, point.latitude] as const) ?? [];
    this.layers?.closures.show({ closures, sketch: sketch && { points, isArea: sketch.isArea } });
    // A double click ends nothing here, but it would zoom.
    this.map.doubleClickZoom[sketch ? 'disable' : 'enable']();
    this.map.getCanvas().style.cursor = sketch ? 'crosshair' : '';
  }

  /** Shows the vans anew: a fix came, or the old ones got older. */
  showVans(): void {
    if (!this.layers || !this.shown) return;
    const { board, chosen, selected } = this.shown;
    const routes = shownRoutes(chosen, selected, this.palette);
    this.layers.vans.show(vanMarks(this.store.positions.all(), board.day.technicians, routes, selected, this.store.clock.now(), this.palette));
  }

  // Fixes come in many small batches; with thousands of vans one gathering a second keeps the frames short, and the glide hides the wait.
  private showVansSoon(): void {
    if (this.soon !== undefined) return;
    this.soon = setTimeout(() => {
      this.soon = undefined;
      this.showVans();
    }, this.store.positions.all().length > manyVans ? 1_000 : 150);
  }

  /** Brings what was selected into view, without moving a map that shows it already. */
  reveal(visit: string | null, technician: string | null): void {
    const place = visit === null ? this.store.positions.of(technician ?? '')?.position : this.shown?.board.foreseen.visits.get(visit)?.place;
    if (!place || this.map.getBounds().contains([place.longitude, place.latitude])) return;
    this.map.easeTo({ center: [place.longitude, place.latitude], duration: 150 });
  }

  zoom(by: number): void {
    this.map.easeTo({ zoom: this.map.getZoom() + by, duration: 150 });
  }

  /** Shows all visits and vans of the day. */
  fit(duration = 150): void {
    const places = [...(this.shown?.board.foreseen.visits.values() ?? [])].map(visit => visit.place);
    const { bounds } = this.view;
    const [west, east] = places.length > 0 ? ends(places.map(place => place.longitude)) : [bounds.west, bounds.east];
    const [south, north] = places.length > 0 ? ends(places.map(place => place.latitude)) : [bounds.south, bounds.north];
    this.map.fitBounds([[west, south], [east, north]], { padding: 40, duration });
  }

  // The first time that the day is known, and not again: from then on the map stands where it is left.
  private fitFirst(): void {
    if (this.isPlaced || this.shown?.board.foreseen.visits.size === 0) return;
    this.isPlaced = true;
    this.fit(0);
  }

  remove(): void {
    this.endPositions();
    this.endSketches();
    lendMiddle(null);
    clearTimeout(this.soon);
    this.layers?.vans.remove();
    this.map.remove();
  }

  private addLayers(): void {
    const { palette } = this;
    const clicked = (id: string, isAdded: boolean) => {
      if (isSketching()) return;
      if (isAdded) toggleVisit(id);
      else selectOne('visit', id);
    };
    this.layers = {
      traffic: trafficLayer(this.map, palette),
      closures: closureLayer(this.map, palette),
      paths: pathLayer(this.map),
      visits: visitLayer(this.map, { surface: palette.surface, ink: palette.ink, muted: palette.muted, line: palette.line, warn: palette.warn, danger: palette.danger }, { clicked, mayOpen: () => !isSketching() }),
      stops: stopLayer(this.map, palette.surface, clicked),
      vans: technicianLayer(this.map),
    };
    this.showTraffic(this.traffic);
    this.showClosures(this.closures);
    if (this.shown) this.show(this.shown.board, this.shown.chosen, this.shown.selected);
  }
}

const isSketching = () => closurePanel().sketch !== null;
const ends = (numbers: readonly number[]): [number, number] => [Math.min(...numbers), Math.max(...numbers)];
