import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { de } from './de';
import { en } from './en';

/** The languages of the phone, each by its own name. */
export const languages = { en: 'English', de: 'Deutsch' } as const;

const key = 'dispatch-language';

/** Loads the texts; the language is the one chosen on this phone, else the browser's. */
export async function startTexts(): Promise<void> {
  const wanted = localStorage.getItem(key) ?? navigator.language;
  await i18next.use(initReactI18next).init({
    lng: wanted.startsWith('de') ? 'de' : 'en',
    fallbackLng: 'en',
    ns: ['phone'],
    defaultNS: 'phone',
    resources: { en: { phone: en }, de: { phone: de } },
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = i18next.language;
}

/** Changes the language, and keeps it on this phone. */
export async function chooseLanguage(language: keyof typeof languages): Promise<void> {
  localStorage.setItem(key, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
