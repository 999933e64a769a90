/** A time of day in the territory's zone, 24 hours: 14:10. */
export function timeIn(zone: string, language: string, at: string | number): string {
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(new Date(at));
}

/** A duration: 45 min, 1 h, 1 h 20. Whole minutes, rounded up, so that a drive never reads 0 min. */
export function durationText(seconds: number): string {
  const minutes = Math.max(0, Math.ceil(seconds / 60));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
}

/** Whether people at a place count in miles: the United States and the United Kingdom, told by the time zone. */
export function countsInMiles(zone: string): boolean {
  if (['Europe/London', 'Europe/Belfast', 'Europe/Jersey', 'Europe/Guernsey', 'Europe/Isle_of_Man'].includes(zone)) return true;
  return zone.startsWith('US/') || zone === 'Pacific/Honolulu' || usCities.has(zone) || /^America\/(Indiana|Kentucky|North_Dakota)\//.test(zone);
}

/** The time zones of the United States in the tz database's zone1970.tab, less those matched by their folder. */
const usCities = new Set(
  ['New_York', 'Detroit', 'Chicago', 'Menominee', 'Denver', 'Boise', 'Phoenix', 'Los_Angeles', 'Anchorage', 'Juneau', 'Sitka',
    'Metlakatla', 'Yakutat', 'Nome', 'Adak'].map(city => `America/${city}`),
);

/** A distance in the units of the place: 350 m, 5.4 km, 400 ft, 3.4 mi. */
export function distanceText(metres: number, zone: string, language: string): string {
  const miles = countsInMiles(zone);
  const far = miles ? metres / 1609.344 : metres / 1000;
  const digits = { maximumFractionDigits: far < 10 ? 1 : 0, minimumFractionDigits: 0 };
  if (far >= (miles ? 0.2 : 1)) return `${new Intl.NumberFormat(language, digits).format(far)} ${miles ? 'mi' : 'km'}`;
  return miles ? `${Math.round((metres / 0.3048) / 50) * 50} ft` : `${Math.round(metres / 10) * 10} m`;
}

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
