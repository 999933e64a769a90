import { useEffect, useRef, useState } from 'react';
import type { GeoPoint } from '../../contract';
import { useWords } from '../phoneContext';
import { drawStopMap } from './drawStopMap';

/** A small map with the drive to a stop. Still: to steer by there is the phone's own navigation. */
export function StopMap({ place, path }: { place: GeoPoint; path: string }) {
  const { say } = useWords();
  const canvas = useRef<HTMLDivElement>(null);
  const [hasFailed, setFailed] = useState(false);
  const { latitude, longitude } = place;

  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    let isGone = false;
    let remove = () => {};
    drawStopMap(element, { latitude, longitude }, path).then(
      map => {
        remove = () => map.remove();
        if (isGone) remove();
      },
      () => setFailed(true),
    );
    return () => {
      isGone = true;
      remove();
    };
  }, [latitude, longitude, path]);

  return hasFailed ? (
    <p className="muted">{say('mapFailed')}</p>
  ) : (
    <div ref={canvas} className="stop-map" role="group" aria-label={say('mapLabel')} />
  );
}
