import { useTranslation } from 'react-i18next';
import { dateIn, dayInWords, distance, timeOfDay } from '../../shared/time';
import type { Instant, LocalDate } from '../../contract';
import { useBoard, useDesk } from '../store/desk';

/** Formats for the territory's zone and units and the reader's language. */
export function useZone() {
  const { territory } = useDesk();
  const { day } = useBoard();
  const { i18n } = useTranslation();
  const zone = territory.timeZone;
  const language = i18n.language === 'en' ? 'en-GB' : i18n.language;
  return {
    zone,
    time: (at: Instant | number) => timeOfDay(at, zone),
    /** With its day where that is not the one that is shown. */
    moment: (at: Instant) => {
      const date = dateIn(at, zone);
      const time = timeOfDay(at, zone);
      return date === day.date ? time : `${dayInWords(date, language, day.date)} ${time}`;
    },
    interval: (from: Instant, to: Instant) => `${timeOfDay(from, zone)}–${timeOfDay(to, zone)}`,
    day: (date: LocalDate) => dayInWords(date, language, day.date),
    distance: (metres: number) => distance(metres, territory.usesMiles, i18n.language),
  };
}
