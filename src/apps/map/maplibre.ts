import 'maplibre-gl/dist/maplibre-gl.css';
import { setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';

// The worker is a file of our own build: a blob would need a looser content security policy.
setWorkerUrl(workerUrl);

export { Map as MapLibreMap, Marker, NavigationControl, Popup, AttributionControl, LngLatBounds } from 'maplibre-gl';
export type { GeoJSONSource, MapLayerMouseEvent } from 'maplibre-gl';
