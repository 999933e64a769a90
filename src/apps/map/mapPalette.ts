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
  /** Around the names of streets, which lie on the street. */
  readonly labelHalo: string;
  readonly waterLabel: string;
  readonly place: string;
}

export const light: MapPalette = {
  land: '#f2f3f4', green: '#dde8d9', landuse: '#e9ebee', public: '#e6e4ea', water: '#bfd6e5', area: '#e4e7ea', building: '#dcdfe3',
  road: '#ffffff', casing: '#c3c9d0', rail: '#b4bac2', path: '#cfd4da', label: '#4f5761', labelHalo: '#ffffff', waterLabel: '#41616f', place: '#333a42',
};

/** On dark ground edges are lighter than the land, as they are darker on light: from afar a street is little more than its edges. */
export const dark: MapPalette = {
  land: '#161a1e', green: '#1a3022', landuse: '#1e242a', public: '#2a2633', water: '#10344b', area: '#272d34', building: '#2c333b',
  road: '#4b5662', casing: '#2f373f', rail: '#48515b', path: '#3c454e', label: '#b4bdc7', labelHalo: '#161a1e', waterLabel: '#84a3b4', place: '#cfd5dc',
};
