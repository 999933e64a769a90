import '@fontsource-variable/inter';
import '../shared/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/stop.css';
import './styles/way.css';
import './styles/sheets.css';
import './styles/route.css';
import './styles/change.css';
import './styles/messages.css';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { startTexts } from '../shared/i18n';
import { onThemeChange, showTheme } from '../shared/theme';
import { openPhone } from './phone';
import { PhoneApp } from './PhoneApp';
import { PhoneProvider } from './phoneContext';
import { keepShell } from './shell/keepShell';
import { phoneTexts } from './texts/phoneTexts';

const root = document.getElementById('root');
if (root) {
  showTheme();
  onThemeChange(() => undefined);
  const [phone, i18n] = await Promise.all([openPhone(), startTexts(phoneTexts)]);
  createRoot(root).render(
    <I18nextProvider i18n={i18n}>
      <PhoneProvider phone={phone}><PhoneApp /></PhoneProvider>
    </I18nextProvider>,
  );
  keepShell();
}
