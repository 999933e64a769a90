/** A fix older than this, in minutes of the domain's clock, is old: its marker says so, and fades until it is hardly there. */
const oldMinutes = 3;
const goneMinutes = 30;
const [mostOpacity, leastOpacity] = [0.7, 0.3];

/** Whether a fix of this age, in minutes, is old. */
export const isOld = (ageMinutes: number) => ageMinutes > oldMinutes;

/** How much is left of its marker, 0 to 1: all while fresh, then less in tenths. */
export function opacityOf(ageMinutes: number): number {
  if (!isOld(ageMinutes)) return 1;
  const share = Math.min(1, (ageMinutes - oldMinutes) / (goneMinutes - oldMinutes));
  return Math.round((mostOpacity - share * (mostOpacity - leastOpacity)) * 10) / 10;
}
