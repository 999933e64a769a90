import { useZone } from '../../parts/useZone';
import { useNow } from '../../store/desk';
import { xOf, type Scale } from './scale';

/** The line at now, in ink; nowhere on days that are not today. */
export function NowLine({ scale, left }: { scale: Scale; left: number }) {
  const now = useNow(1_000);
  if (now < scale.fromMs || now > scale.toMs) return null;
  return <i className="timeline-now" style={{ transform: `translateX(${left + xOf(scale, now)}px)` }} />;
}

/** The time at the head of that line. */
export function NowTime({ scale, left }: { scale: Scale; left: number }) {
  const now = useNow(1_000);
  const zone = useZone();
  if (now < scale.fromMs || now > scale.toMs) return null;
  return <span className="timeline-now-time" aria-hidden style={{ left: left + xOf(scale, now) }}>{zone.time(now)}</span>;
}
