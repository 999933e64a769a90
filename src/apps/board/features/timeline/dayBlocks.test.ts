import { describe, expect, it } from 'vitest';
import type { BoardMessage } from '../../../contract';
import { routeOf, stopOf } from '../../store/samples';
import { blocksOf } from './dayBlocks';

describe('a day in the week', () => {
  it('is one block for each technician who has visits, from setting out to being home', () => {
    const message = {
      changes: [{ kind: 'route', route: routeOf('reyes', [stopOf('a', '09:00', '09:30'), stopOf('b', '10:00', '11:00')]) }, { kind: 'route', route: routeOf('chen', []) }],
    } as unknown as BoardMessage;
    expect(blocksOf('2026-11-24', message)).toEqual([
      { date: '2026-11-24', technician: 'reyes', from: Date.parse('2026-11-24T08:00:00Z'), to: Date.parse('2026-11-24T17:00:00Z'), visits: 2 },
    ]);
  });
});
