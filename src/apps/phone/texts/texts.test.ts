import { expect, test } from 'vitest';
import { de } from './de';
import { en } from './en';

test('both languages fill in the same values', () => {
  const values = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();
  for (const key of Object.keys(en) as (keyof typeof en)[]) expect([key, values(de[key])]).toEqual([key, values(en[key])]);
});
