import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';

/** The languages of the staff's apps. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

const key = 'dispatch.language';

/** The language chosen on this machine, else the browser's, else English. */
export function chosenLanguage(): Language {
  const wanted = [localStorage.getItem(key) ?? '', ...navigator.languages].map(tag => tag.slice(0, 2));
  return languages.find(language => wanted.find(tag => (languages as readonly string[]).includes(tag)) === language) ?? 'en';
}

/** Starts i18next with one app's texts; `en` is what falls back. */
export async function startTexts(texts: Record<Language, object>): Promise<i18n> {
  const instance = i18next.createInstance();
  await instance.use(initReactI18next).init({
    lng: chosenLanguage(),
    fallbackLng: 'en',
    resources: Object.fromEntries(languages.map(language => [language, { translation: texts[language] }])),
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = instance.language;
  return instance;
}

/** Switches and keeps the choice. */
export async function chooseLanguage(instance: i18n, language: Language): Promise<void> {
  localStorage.setItem(key, language);
  await instance.changeLanguage(language);
  document.documentElement.lang = language;
}
