import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { de } from './de';
import { en } from './en';

const flat = (value: unknown, path = ''): [string, string][] =>
  typeof value === 'string' ? [[path, value]] : Object.entries(value as object).flatMap(([key, inner]) => flat(inner, path ? `${path}.${key}` : key));
const byCode = /^(reason|event|actor|mark|cost)\./;
const texts = { en: new Map(flat(en)), de: new Map(flat(de)) };
const values = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(found => found[1]).sort();

describe('the texts', () => {
  it('of both languages have the same keys', () => {
    const keys = (of: Map<string, string>) => [...of.keys()].filter(key => !byCode.test(key)).sort();
    expect(keys(texts.de)).toEqual(keys(texts.en));
  });

  it('of both languages fill in the same values', () => {
    for (const [key, text] of texts.en) if (!byCode.test(key)) expect([key, values(texts.de.get(key) ?? '')]).toEqual([key, values(text)]);
  });

  it('have every key that the board asks for by name', () => {
    const folder = new URL('..', import.meta.url);
    const used = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => /\.tsx?$/.test(file) && !file.includes('.test.'))
      .flatMap(file => [...readFileSync(new URL(file, folder), 'utf8').matchAll(/\bt\('([\w.-]+)'/g)].map(found => found[1] ?? ''));
    expect(used.length).toBeGreaterThan(150);
    const known = (key: string) => texts.en.has(key) || texts.en.has(`${key}_other`);
    expect([...new Set(used)].filter(key => !known(key))).toEqual([]);
  });

  it('tell every reason of the server in the second language', () => {
    const grains = new URL('../../../Dispatch.Grains/', import.meta.url);
    const codes = readdirSync(grains, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.cs') && !/^(obj|bin)/.test(file))
      .flatMap(file => [...readFileSync(new URL(file, grains), 'utf8').matchAll(/"([a-z][a-z0-9]*(?:-[a-z0-9]+)*)",\s*\$?"(?:\{[\w.]+\}|[A-Z][a-z ])[^"]{6,}"/g)].map(found => found[1] ?? ''));
    expect(codes.length).toBeGreaterThan(60);
    expect([...new Set(codes)].filter(code => !texts.de.has(`reason.${code}`))).toEqual([]);
  });

  it('tell what triage says in the second language, by the codes that the server sends', () => {
    const file = new URL('../../../Dispatch.Grains/Visits/TriageReasons.cs', import.meta.url);
    const codes = [...readFileSync(file, 'utf8').matchAll(/"([\w-]+)" =>/g)].map(found => `triage-${found[1]}`);
    expect(codes.length).toBeGreaterThan(5);
    expect([...codes, 'triage-planned'].filter(code => !texts.de.has(`reason.${code}`))).toEqual([]);
  });
});
