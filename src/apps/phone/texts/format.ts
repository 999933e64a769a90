import { distance, duration } from '../../shared/time';

/** A duration: 45 min, 1 h, 1 h 20. Whole minutes, rounded up, so that a drive never reads 0 min. */
export const durationText = (seconds: number): string => duration(Math.ceil(seconds / 60));

/** Whether people at a place count in miles: the United States and the United Kingdom, told by the time zone. */
export function countsInMiles(zone: string): boolean {
  if (['Europe/London', 'Europe/Belfast', 'Europe/Jersey', 'Europe/Guernsey', 'Europe/Isle_of_Man'].includes(zone)) return true;
  if (zone.startsWith('US/') || zone === 'Pacific/Honolulu' || usCities.has(zone)) return true;
  return /^America\/(Indiana|Kentucky|North_Dakota)\//.test(zone);
}

/** The time zones of the United States in the tz database's zone1970.tab, less those matched by their folder. */
const usCities = new Set(
  ['New_York', 'Detroit', 'Chicago', 'Menominee', 'Denver', 'Boise', 'Phoenix', 'Los_Angeles', 'Anchorage', 'Juneau', 'Sitka',
    'Metlakatla', 'Yakutat', 'Nome', 'Adak'].map(city => `America/${city}`),
);

/** A distance in the units of the place: 350 m, 5.4 km, 3.4 mi. */
export const distanceText = (metres: number, zone: string, language: string): string => distance(metres, countsInMiles(zone), language);

/** A number to dial. */
export const telLink = (number: string): string => `tel:${number.replace(/[^\d+]/g, '')}`;

/**
 * A link that opens the phone's own navigation to a place. Coordinates only: no name and no address leaves the phone.
 * Android knows `geo:` (RFC 5870, with Google's `q`), iOS knows Apple Maps, and a desktop gets OpenStreetMap.
 */
export function navigationLink(place: { latitude: number; longitude: number }, userAgent: string): string {
  const at = `${place.latitude.toFixed(5)},${place.longitude.toFixed(5)}`;
  if (/Android/i.test(userAgent)) return `geo:${at}?q=${at}`;
  if (/iPhone|iPad|iPod/i.test(userAgent)) return `https://maps.apple.com/?daddr=${at}&dirflg=d`;
  return `https://www.openstreetmap.org/directions?to=${at.replace(',', '%2C')}`;
}
