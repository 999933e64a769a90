/** What becomes of this phone's positions; said on the screen. */
export type PositionState =
  /** Not on duty: none is taken. */
  | { kind: 'off' }
  /** On duty; the first fix is awaited. */
  | { kind: 'waiting' }
  | { kind: 'sending' }
  /** The browser or the person does not allow it. */
  | { kind: 'denied' }
  /** The phone cannot tell where it is, or the page was opened without a certificate. */
  | { kind: 'unavailable' }
  /** Off the desk's map: told once, then ignored until duty starts again. */
  | { kind: 'off-map' };
