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
  land: '#f3f4f5', green: '#e6ece4', landuse: '#eeeff1', public: '#ebe9ec', water: '#d2dfe8', area: '#ebedef', building: '#e4e6e9',
  road: '#ffffff', casing: '#d0d5da', rail: '#c6cbd2', path: '#d8dce1', label: '#59616b', waterLabel: '#56707f', place: '#3f464f',
};

export const dark: MapPalette = {
  land: '#191d21', green: '#1b231e', landuse: '#1d2125', public: '#211f25', water: '#13222c', area: '#202429', building: '#22272c',
  road: '#363d46', casing: '#111417', rail: '#2c3238', path: '#2a3037', label: '#9aa3ad', waterLabel: '#7d97a6', place: '#bcc3cc',
};
