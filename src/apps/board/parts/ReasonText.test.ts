import i18next from 'i18next';
import { expect, it } from 'vitest';
import { de } from '../texts/de';
import { reasonText } from './ReasonText';

it('a date in a reason is written as the reader writes one', async () => {
  const instance = i18next.createInstance();
  await instance.init({ lng: 'de', resources: { de: { translation: de } }, interpolation: { escapeValue: false } });
  const reason = { code: 'calibration-ran-out', text: 'Reyes: the calibration of Oxygen analyser ran out on 3 November 2026.', values: { technician: 'Reyes', instruments: 'Sauerstoffmessgerät', expires: '2026-11-03' } };
  expect(reasonText(instance.t, reason)).toBe('Reyes: Kalibrierung abgelaufen am 3. November 2026 (Sauerstoffmessgerät).');
  expect(reasonText(instance.t, { ...reason, values: { technician: 'Reyes', instruments: 'x' } })).toBe(reason.text);
});
