import { expect, test } from 'vitest';
import { de } from '../texts/de';
import { reasonText } from './reasonText';

const say = ((key: keyof typeof de, values: Record<string, string> = {}) => de[key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')) as Parameters<typeof reasonText>[1];

test('why a route changed is said in the reader’s language, with names and not ids', () => {
  const why = { code: 'part-ran-out', text: 'Irma Ito lacks Filter set: 2 visits go to others.', values: { technician: 'Irma Ito', part: 'Filter set', count: '2' } };
  expect(reasonText(why, say)).toBe('Irma Ito fehlt Filter set; 2 gehen an andere.');
  const improved = (code: string) => reasonText({ code, text: '', values: { moved: '2', minutes: '25' } }, say);
  expect(improved('improved-driving')).toBe('Die Planung hat einen kürzeren Weg gefunden: 25 min weniger Fahrt.');
  expect(improved('improved')).not.toContain('Weg');
  expect(reasonText({ code: 'never-heard-of', text: 'As the server says.', values: {} }, say)).toBe('As the server says.');
});
