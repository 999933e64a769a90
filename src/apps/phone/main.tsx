import '@fontsource-variable/inter';
import '../tokens.css';
import './phone.css';
import { createRoot } from 'react-dom/client';
import { openPhone } from './phone';
import { PhoneApp } from './PhoneApp';
import { PhoneProvider } from './phoneContext';
import { keepShell } from './shell/keepShell';
import { startTexts } from './texts/phoneTexts';

const root = document.getElementById('root');
if (root) {
  const [phone] = await Promise.all([openPhone(), startTexts()]);
  createRoot(root).render(<PhoneProvider phone={phone}><PhoneApp /></PhoneProvider>);
  keepShell();
}
