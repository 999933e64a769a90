import type { ClockView, Instant } from '../../contract';

/**
 * The domain's time as this board runs it on. It is anchored to the time that each feed message carries, so that it
 * needs no agreement between the clocks of server and browser.
 */
export class BoardClock {
  private anchorDomainMs = Date.now();
  private anchorLocalMs = performance.now();
  private speed = 1;
  private isAnchored = false;

  /** The domain's time now, milliseconds since 1970. */
  now(): number {
    return this.anchorDomainMs + (performance.now() - this.anchorLocalMs) * this.speed;
  }

  /** Domain milliseconds a real millisecond. */
  get rate(): number {
    return this.speed;
  }

  /** Takes the time of a message; small jitter is ignored so that the clock does not tremble. */
  heard(at: Instant): void {
    const domainMs = Date.parse(at);
    const jitterMs = 1_500 * Math.max(1, this.speed);
    if (this.isAnchored && Math.abs(domainMs - this.now()) < jitterMs) return;
    this.anchor(domainMs);
  }

  /** Takes a new speed. */
  set(clock: ClockView): void {
    const now = this.now();
    this.speed = clock.speed;
    if (this.isAnchored) this.anchor(now);
  }

  private anchor(domainMs: number): void {
    this.anchorDomainMs = domainMs;
    this.anchorLocalMs = performance.now();
    this.isAnchored = true;
  }
}
