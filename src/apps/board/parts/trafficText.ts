import type { TFunction } from 'i18next';
import type { DayPartView } from '../../contract';
import type { SlowerStreet } from '../store/traffic';

/** From how many times as long on the second and the third step begin. */
export const steps = [1.4, 2] as const;

/** How slow a street is drawn, 1 to 3. */
export const stepOf = (factor: number): 1 | 2 | 3 => (factor >= steps[1] ? 3 : factor >= steps[0] ? 2 : 1);

/** A factor of two decimals as it is read: one decimal, cut and not rounded, so that no street reads as of a step that it is not. */
export const factorText = (factor: number, language: string) =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(Math.floor(Math.round(factor * 100) / 10) / 10);

/** "Quay Street: usually 1.4 times as long between 7 and 9, learned from 23 drives". */
export function trafficText(street: Pick<SlowerStreet, 'name' | 'factor' | 'drives'>, part: DayPartView, t: TFunction, language: string): string {
  return t('traffic.street', {
    name: street.name || t('traffic.unnamed'), factor: factorText(street.factor, language), from: part.fromHour, to: part.toHour, count: street.drives,
  });
}
