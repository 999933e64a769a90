/** How the phone's worker answers a request; none leaves it to the browser. */
export type ShellRoute = 'page' | 'file' | 'tile' | 'map' | null;

/** The route of a GET of this origin. Answers of the API are never kept, except where the tiles are. */
export function shellRoute(path: string, isNavigation: boolean, files: readonly string[]): ShellRoute {
  if (isNavigation) return path === '/tech' || path === '/tech/' ? 'page' : null;
  if (files.includes(path)) return 'file';
  if (path.startsWith('/tiles/')) return 'tile';
  return path === '/api/map' ? 'map' : null;
}

/** Tiles with something in them, and those told to be empty. */
export const mayKeepTile = (status: number): boolean => status === 200 || status === 204;
