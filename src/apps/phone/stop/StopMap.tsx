export function StopMap({ place, path }: { place: { latitude: number; longitude: number }; path: string }) {
  return <div className="stop-map" data-place={place.latitude} data-path={path.length} />;
}
