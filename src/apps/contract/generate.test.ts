import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { generatedTypes } from './generate.js';

it('The types are those of openapi.json: run `npm run contract` if this fails', async () => {
  expect(readFileSync(new URL('generated.ts', import.meta.url), 'utf8')).toBe(await generatedTypes());
}, 30_000);
