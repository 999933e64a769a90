import { expect, test } from 'vitest';
import { languageName } from './languageName';

test('a language is named in the language of who reads, and what is no language stands as it was typed', () => {
  expect([languageName('de', 'en'), languageName('de', 'de'), languageName('pt-BR', 'en')]).toEqual(['German', 'Deutsch', 'Brazilian Portuguese']);
  expect(languageName('??', 'en')).toBe('??');
});
