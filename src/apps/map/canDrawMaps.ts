/** Whether this browser draws maps: without WebGL there is none, MapLibre says so only in an event, and whoever wants a map should say so in words. */
export function canDrawMaps(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}
