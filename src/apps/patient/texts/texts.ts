import { de } from './de';
import { en, type Texts } from './en';

/** The languages of the page, each by its own name. */
export const languages = { en: 'English', de: 'Deutsch' } as const;

/** A language of the page. */
export type Language = keyof typeof languages;

const all: Record<Language, Texts> = { en, de };

/** A language of the page for a BCP 47 tag such as "de-AT"; English for one that we do not speak. */
export function languageFor(tag: string | null | undefined): Language {
  const language = (tag ?? '').toLowerCase().split('-')[0];
  return language === 'de' ? 'de' : 'en';
}

/** A sentence with its values filled in. */
export type Say = (key: keyof Texts, values?: Record<string, string | number>) => string;

/** The sentences of a language. */
export const sayIn = (language: Language): Say => (key, values = {}) =>
  all[language][key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
