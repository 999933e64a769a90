/** Something on the map: it adds its source and layers when made, takes data, and clears up. */
export interface Layer<T> {
  /** Shows this in place of what was shown. */
  show(data: T): void;
  remove(): void;
}
