import { beforeEach, describe, expect, it } from 'vitest';
import { addPoint, beginSketch, closurePanel, drawAs, dropPoint, endSketch, isWhole } from './sketch';

const at = (longitude: number) => ({ latitude: 1, longitude });
const sketch = () => closurePanel().sketch ?? { isArea: false, points: [] };

describe('a sketch', () => {
  beforeEach(beginSketch);

  it('is whole with two points as a line and with three as an area', () => {
    addPoint(at(1));
    expect(isWhole(sketch())).toBe(false);
    addPoint(at(2));
    expect(isWhole(sketch())).toBe(true);
    drawAs(true);
    expect(isWhole(sketch())).toBe(false);
  });

  it('takes a double click as one point', () => {
    addPoint(at(1));
    addPoint(at(1));
    expect(sketch().points).toHaveLength(1);
  });

  it('loses its last point, and no more than it has', () => {
    addPoint(at(1));
    dropPoint();
    dropPoint();
    expect(sketch().points).toEqual([]);
  });

  it('takes no point when nothing is drawn', () => {
    endSketch();
    addPoint(at(1));
    expect(closurePanel().sketch).toBeNull();
  });
});
