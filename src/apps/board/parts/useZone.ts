import { useTranslation } from 'react-i18next';
import { distance, dayInWords, timeOfDay } from '../../shared/time';
import type { Instant, LocalDate } from '../../contract';
import { useDesk } from '../store/desk';

/** Formats for the territory's zone and units and the reader's language. */
export function useZone() {
  const { territory } = useDesk();
  const { i18n } = useTranslation();
  const zone = territory.timeZone;
  return {
    zone,
    time: (at: Instant | number) => timeOfDay(at, zone),
    interval: (from: Instant, to: Instant) => `${timeOfDay(from, zone)}–${timeOfDay(to, zone)}`,
    day: (date: LocalDate) => dayInWords(date, i18n.language === 'en' ? 'en-GB' : i18n.language),
    distance: (metres: number) => distance(metres, territory.usesMiles, i18n.language),
  };
}
