import { describe, expect, it } from 'vitest';
import { glideTo, isGliding, placeAt } from './glide';

const at = (longitude: number) => ({ longitude, latitude: 1 });

describe('a marker', () => {
  it('stands where it is first seen', () => expect(placeAt(glideTo(undefined, at(5), 0), 0)).toEqual(at(5)));

  it('glides for as long as the fixes are apart', () => {
    const second = glideTo(glideTo(undefined, at(0), 0), at(0.01), 1000);
    expect(placeAt(second, 1500).longitude).toBeCloseTo(0.005);
    expect(isGliding(second, 1999)).toBe(true);
    expect(isGliding(second, 2000)).toBe(false);
  });

  it('never runs beyond its last fix, however old that is', () => {
    expect(placeAt(glideTo(glideTo(undefined, at(0), 0), at(0.01), 1000), 99_000)).toEqual(at(0.01));
  });

  it('starts from where it is drawn when a fix comes early', () => {
    const early = glideTo(glideTo(glideTo(undefined, at(0), 0), at(0.01), 1000), at(0.02), 1500);
    expect(placeAt(early, 1500).longitude).toBeCloseTo(0.005);
  });

  it('jumps where fixes are missing', () => {
    expect(placeAt(glideTo(glideTo(undefined, at(0), 0), at(1), 1000), 1000)).toEqual(at(1));
  });
});
