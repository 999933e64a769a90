import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { TechnicianDayView } from '../contract';
import type { VisitNotes } from './day/visitNotes';
import { withReports } from './day/withReports';
import type { Phone } from './phone';
import type { PhoneState } from './phoneState';
import type { PhoneTexts } from './texts/en';
import { timeOfDay } from '../shared/time';
import { distanceText, durationText } from './texts/format';

const PhoneContext = createContext<Phone | null>(null);

/** Gives the screens below their phone. */
export const PhoneProvider = ({ phone, children }: { phone: Phone; children: ReactNode }) => (
  <PhoneContext value={phone}>{children}</PhoneContext>
);

/** The phone. */
export function usePhone(): Phone {
  const phone = use(PhoneContext);
  if (!phone) throw new Error('No phone above this screen: wrap it in a PhoneProvider.');
  return phone;
}

/** All that the phone knows; draws again on each change. */
export function usePhoneState(): PhoneState {
  const phone = usePhone();
  return useSyncExternalStore(phone.subscribe, phone.get);
}

/** The day as the technician knows it, own reports included; none before it was loaded. */
export function useDay(): TechnicianDayView | null {
  const { day, outbox } = usePhoneState();
  return useMemo(() => day && withReports(day, outbox), [day, outbox]);
}

/** What the phone remembers of a visit today. */
export function useNotes(visit: string): VisitNotes | null {
  const { notes, day } = usePhoneState();
  return notes.find(each => each.visit === visit && each.date === day?.date) ?? null;
}

/** What a part is called; its id until that is known. */
export function usePartName(): (part: string) => string {
  const { parts } = usePhoneState();
  return useCallback(part => parts.find(known => known.id === part)?.name ?? part, [parts]);
}

type PluralBase<Key> = Key extends `${infer Base}_one`
  ? Base
  : Key extends `${infer Base}_other`
    ? `${Base}_one` extends keyof PhoneTexts ? never : Key
    : Key;

/** A key of the texts; those with a plural without its ending. */
export type TextKey = PluralBase<keyof PhoneTexts>;

/** Words and figures in the technician's language and the territory's zone and units. */
export interface Words {
  say: (key: TextKey, values?: Record<string, string | number>) => string;
  time: (at: string | number) => string;
  duration: (seconds: number) => string;
  distance: (metres: number) => string;
  language: string;
}

/** The words. */
export function useWords(): Words {
  const { t, i18n } = useTranslation();
  const { day } = usePhoneState();
  const zone = day?.timeZone ?? 'UTC';
  const language = i18n.language;
  return useMemo(
    () => ({
      say: (key, values) => t(key, values ?? {}),
      time: at => timeOfDay(at, zone),
      duration: durationText,
      distance: metres => distanceText(metres, zone, language),
      language,
    }),
    [t, zone, language],
  );
}

/** The domain's now, told anew each second. */
export function useNow(): number {
  const phone = usePhone();
  const [nowMs, setNowMs] = useState(phone.nowMs);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(phone.nowMs()), 1_000);
    return () => clearInterval(timer);
  }, [phone]);
  return nowMs;
}
