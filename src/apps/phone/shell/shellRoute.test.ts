import { expect, test } from 'vitest';
import { shellRoute } from './shellRoute';

const files = ['/assets/tech-1a2b.js'];

test('the phone opens without a signal, other pages are left alone', () => {
  expect(shellRoute('/tech', true, files)).toBe('page');
  expect(shellRoute('/tech/', true, files)).toBe('page');
  expect(['/', '/p', '/technicians', '/tech/route'].map(path => shellRoute(path, true, files))).toEqual([null, null, null, null]);
});

test('files and tiles are kept, patients’ data never is', () => {
  expect(shellRoute('/assets/tech-1a2b.js', false, files)).toBe('file');
  expect(shellRoute('/assets/board-3c4d.js', false, files)).toBeNull();
  expect(shellRoute('/tiles/v1/14/2600/5800.mvt', false, files)).toBe('tile');
  expect(shellRoute('/api/map', false, files)).toBe('map');
  expect(['/api/my-day', '/api/session', '/hubs/technician'].map(path => shellRoute(path, false, files))).toEqual([null, null, null]);
});
