import type { BoardMessage, PositionView, TechnicianId } from '../../contract';

/** Where the vans are: the many and the cheap, kept outside React so that a thousand fixes render nothing but the map. */
export class Positions {
  private readonly latest = new Map<TechnicianId, PositionView>();
  private readonly listeners = new Set<(changed: readonly PositionView[]) => void>();

  /** The last fix of each. */
  all(): readonly PositionView[] {
    return [...this.latest.values()];
  }

  /** One technician's last fix. */
  of(technician: TechnicianId): PositionView | undefined {
    return this.latest.get(technician);
  }

  /** Takes the fixes of a message; an older fix never replaces a newer one. */
  take(message: BoardMessage): void {
    const changed: PositionView[] = [];
    for (const change of message.changes) {
      if (change.kind !== 'position') continue;
      const known = this.latest.get(change.position.technician);
      if (known && known.fixAt > change.position.fixAt) continue;
      this.latest.set(change.position.technician, change.position);
      changed.push(change.position);
    }
    if (changed.length > 0) this.listeners.forEach(listen => listen(changed));
  }

  /** Calls back with what changed; returns what ends it. */
  subscribe(listen: (changed: readonly PositionView[]) => void): () => void {
    this.listeners.add(listen);
    return () => this.listeners.delete(listen);
  }
}
