import type { en } from './en';

/** German texts of the board. */
export const de: typeof en = {
  signIn: {
    title: 'Anmelden',
    user: 'Benutzername',
    password: 'Kennwort',
    submit: 'Anmelden',
    wrong: 'Benutzername und Kennwort passen nicht zusammen. Bitte beides prüfen und erneut versuchen.',
    tooMany: 'Zu viele Versuche. Bitte eine Minute warten und erneut versuchen.',
    unreachable: 'Der Server ist nicht erreichbar. Bitte die Verbindung prüfen und erneut versuchen.',
    demo: 'Demo-Zugänge',
    demoHint: 'Auswählen füllt das Formular aus.',
  },
};
