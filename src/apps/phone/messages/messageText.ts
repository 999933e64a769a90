import type { Words } from '../phoneContext';

/** What the house writes by itself, in the technician's language; what people wrote stays as it is. */
export const messageText = (code: string, text: string, say: Words['say']): string =>
  (code === 'route-changed' ? say('messageRouteChanged') : text);
