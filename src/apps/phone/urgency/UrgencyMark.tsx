import type { TechnicianStop } from '../../contract';

/** Urgency has a shape before it has a colour; the letters stand beside it for whoever sees neither. */
export function UrgencyMark({ urgency }: { urgency: TechnicianStop['urgency'] }) {
  return (
    <span className="urgency" data-urgency={urgency}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">{shapes[urgency]}</svg>
      {urgency}
    </span>
  );
}

const shapes = {
  P0: <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" />,
  P1: <path d="M8 1.5 15.5 15H.5z" />,
  P2: <path d="M8 .5 15.5 8 8 15.5.5 8z" />,
  P3: <circle cx="8" cy="8" r="6" />,
  P4: <circle cx="8" cy="8" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" />,
};
