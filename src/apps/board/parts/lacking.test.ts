import { describe, expect, it } from 'vitest';
import type { TechnicianView } from '../../contract';
import { visitOf } from '../store/samples';
import { lacking } from './lacking';

const chen = { skills: [{ id: 'oxygen', level: 2, expires: null }, { id: 'ventilator', level: 3, expires: '2026-11-23' }] } as unknown as TechnicianView;
const asking = (id: string, minLevel: number) => [visitOf('a', { skills: [{ id, minLevel }] })];

describe('skills', () => {
  it('of a higher level include lower ones', () => expect(lacking(chen, asking('oxygen', 1), '2026-11-24')).toEqual([]));
  it('of a lower level do not do', () => expect(lacking(chen, asking('oxygen', 3), '2026-11-24')).toEqual(['oxygen']));
  it('count on their last day and not after it', () => {
    expect(lacking(chen, asking('ventilator', 3), '2026-11-23')).toEqual([]);
    expect(lacking(chen, asking('ventilator', 3), '2026-11-24')).toEqual(['ventilator']);
  });
});
