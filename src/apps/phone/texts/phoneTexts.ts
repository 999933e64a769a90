import { de } from './de';
import { en } from './en';

/** The phone's words in each language. */
export const phoneTexts = { en, de };

/** The languages, each by its own name. */
export const languageNames = { en: 'English', de: 'Deutsch' } as const;
