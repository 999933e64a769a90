import { useEffect } from 'react';
import type { GuidanceView, TechnicianStop } from '../../contract';
import { useDay, usePhone, usePhoneState, useWords } from '../phoneContext';
import { stopAhead, wayKey } from './way';

/** Keeps the way to the next stop on the phone while there is a signal, so that it can be read where there is none. */
export function useWayKept(): void {
  const phone = usePhone();
  const day = useDay();
  const { link, way } = usePhoneState();
  const { language } = useWords();
  const ahead = day ? stopAhead(day.stops) : null;
  const wanted = ahead ? wayKey(ahead, language) : null;
  const isMissing = wanted !== null && way?.key !== wanted && link === 'live';
  useEffect(() => {
    if (isMissing) void phone.keepWay(wanted, language);
  }, [phone, isMissing, wanted, language]);
}

/** The kept way to a stop; none if it is to another, or was never loaded. */
export function useWay({ stop }: TechnicianStop): GuidanceView | null {
  const { way } = usePhoneState();
  return way?.guidance.visit === stop.visit && stop.state !== 'Arrived' ? way.guidance : null;
}
