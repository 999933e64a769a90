/** The points of an encoded polyline (Google's algorithm, five decimals) as [longitude, latitude]; what is cut short ends with its last whole point. */
export function decodePolyline(text: string): [number, number][] {
  const points: [number, number][] = [];
  let [at, lat, lon] = [0, 0, 0];
  const next = (): number | null => {
    let [bits, shift] = [0, 0];
    while (at < text.length) {
      const chunk = text.charCodeAt(at++) - 63;
      bits |= (chunk & 0x1f) << shift;
      shift += 5;
      if (chunk < 0x20) return bits & 1 ? ~(bits >> 1) : bits >> 1;
    }
    return null;
  };
  for (;;) {
    const [deltaLat, deltaLon] = [next(), next()];
    if (deltaLat === null || deltaLon === null) return points;
    lat += deltaLat;
    lon += deltaLon;
    points.push([lon / 1e5, lat / 1e5]);
  }
}
