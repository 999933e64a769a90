import '@fontsource-variable/inter';
import '../shared/tokens.css';
import './board.css';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { startTexts } from '../shared/i18n';
import { onThemeChange, showTheme } from '../shared/theme';
import { App } from './App';
import { texts } from './texts/texts';

showTheme();
onThemeChange(() => undefined);
const i18n = await startTexts(texts);
const root = document.getElementById('root');
if (root) createRoot(root).render(<I18nextProvider i18n={i18n}><App /></I18nextProvider>);
