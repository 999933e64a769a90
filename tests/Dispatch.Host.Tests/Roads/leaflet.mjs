// Leaflet Routing Machine, unchanged, in a page of its own: asks a server for a route and says what it understood.
import { createRequire } from 'node:module';

const [, , packages, serviceUrl, ...places] = process.argv;
const require = createRequire(packages);
const { JSDOM } = require('jsdom');
const page = new JSDOM('<!doctype html><div id="map"></div>', { url: 'http://localhost/', pretendToBeVisual: true });
globalThis.window = page.window;
for (const name of ['document', 'location'])
  globalThis[name] = page.window[name];
Object.defineProperty(globalThis, 'navigator', { value: page.window.navigator, configurable: true });
globalThis.XMLHttpRequest = page.window.XMLHttpRequest;
globalThis.L = page.window.L = require('leaflet');
require('leaflet-routing-machine');

const waypoints = places.map(place => L.Routing.waypoint(L.latLng(...place.split(',').map(Number))));
const router = L.Routing.osrmv1({ serviceUrl });
const formatter = new L.Routing.Formatter({ units: 'metric', language: 'en' });
router.route(waypoints, (error, routes) => {
  process.stdout.write(JSON.stringify(error
    ? { error: error.message ?? String(error) }
    : routes.map(route => ({
      name: route.name,
      metres: route.summary.totalDistance,
      seconds: route.summary.totalTime,
      points: route.coordinates.length,
      waypoints: route.waypoints.length,
      instructions: route.instructions.map((instruction, i) => formatter.formatInstruction(instruction, i)),
    }))));
  page.window.close();
});
