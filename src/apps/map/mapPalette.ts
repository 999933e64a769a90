/** The greys and pale tints of the base map; the day's work is drawn over them in ink and colour. */
export interface MapPalette {
  readonly land: string;
  readonly green: string;
  readonly landuse: string;
  /** Hospitals and schools: where one would look for the entrance. */
  readonly public: string;
  readonly water: string;
  /** Squares, piers, car parks. */
  readonly area: string;
  readonly building: string;
  readonly road: string;
  readonly casing: string;
  readonly rail: string;
  readonly path: string;
  readonly label: string;
  readonly waterLabel: string;
  readonly place: string;
}

export const light: MapPalette = {
  land: '#f2f3f4', green: '#dde8d9', landuse: '#e9ebee', public: '#e6e4ea', water: '#bfd6e5', area: '#e4e7ea', building: '#dcdfe3',
  road: '#ffffff', casing: '#c3c9d0', rail: '#b4bac2', path: '#cfd4da', label: '#4f5761', waterLabel: '#41616f', place: '#333a42',
};

export const dark: MapPalette = {
  land: '#15191d', green: '#182a1e', landuse: '#1b2025', public: '#221f28', water: '#0f2a3a', area: '#21262b', building: '#242a30',
  road: '#3d4650', casing: '#0d1013', rail: '#3a424a', path: '#2f363d', label: '#a5aeb8', waterLabel: '#84a3b4', place: '#cfd5dc',
};
