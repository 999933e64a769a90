import '../shared/tokens.css';
import { ask, send, type MapView } from '../contract';
import { baseStyle } from '../map/baseStyle';
import { MapLibreMap } from '../map/maplibre';
import { technicianLayer, type VanMark } from '../map/technicianLayer';

/** Vans on the map, all of which move once a second while the map is panned without a rest. */
const vans = Number(new URLSearchParams(location.search).get('vans') ?? 5_000);
const stepMs = 1_000;
const panPx = 3;

await send('POST', '/api/session', { user: 'dispatcher', password: 'demo-dispatcher' });
const view = await ask<MapView>('/api/map');
const { west, south, east, north } = view.bounds;
const map = new MapLibreMap({ container: 'map', style: baseStyle(view, false), bounds: [[west, south], [east, north]], fadeDuration: 0 });
await map.once('load');
const layer = technicianLayer(map);
const places = Array.from({ length: vans }, (_, index) => ({
  latitude: south + (north - south) * ((index * 0.618_034) % 1), longitude: west + (east - west) * ((index * 0.754_878) % 1),
}));

const marksAt = (step: number): VanMark[] => places.map((place, index) => ({
  id: `t${index}`, initials: `${String.fromCharCode(65 + (index % 26))}${String.fromCharCode(65 + ((index / 26) % 26))}`, fill: '#f4f5f6', ink: '#16191d', ring: '#16191d',
  isRingBroken: false, isChosen: index === 0, age: '', opacity: 1, heading: (index * 7 + step) % 360,
  place: { latitude: place.latitude + Math.sin(step / 20 + index) * 0.002, longitude: place.longitude + Math.cos(step / 20 + index) * 0.002 },
}));

let step = 0;
layer.show(marksAt(step));
setInterval(() => layer.show(marksAt(++step)), stepMs);
let pans = 0;
const pan = () => {
  const turn = (pans++ % 400) < 200 ? panPx : -panPx;
  map.panBy([turn, 0], { animate: false });
  requestAnimationFrame(pan);
};
requestAnimationFrame(pan);
document.body.dataset['ready'] = 'true';
