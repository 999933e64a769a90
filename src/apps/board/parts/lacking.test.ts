import { describe, expect, it } from 'vitest';
import type { SkillChoice, SkillRequirement, TechnicianView, TerritoryProfile } from '../../contract';
import { visitOf } from '../store/samples';
import { lacking } from './lacking';
import { skillNames } from './skillNames';

const chen = { skills: [{ id: 'oxygen', level: 2, expires: null }, { id: 'ventilator', level: 3, expires: '2026-11-23' }] } as unknown as TechnicianView;
const need = (id: string, minLevel: number, ...alternatives: SkillChoice[]): SkillRequirement => ({ id, minLevel, alternatives: alternatives.length > 0 ? alternatives : null });
const lacks = (day: string, ...skills: SkillRequirement[]) => lacking(chen, [visitOf('a', { skills }), visitOf('b', { skills })], day).map(missing => missing.id);

describe('skills', () => {
  it('of a higher level include lower ones', () => expect(lacks('2026-11-24', need('oxygen', 1))).toEqual([]));
  it('of a lower level do not do', () => expect(lacks('2026-11-24', need('oxygen', 3))).toEqual(['oxygen']));
  it('count on their last day and not after it', () => {
    expect(lacks('2026-11-23', need('ventilator', 3))).toEqual([]);
    expect(lacks('2026-11-24', need('ventilator', 3))).toEqual(['ventilator']);
  });
  it('of several of which one is held do', () => {
    expect(lacks('2026-11-24', need('dialysis', 1, { id: 'oxygen', minLevel: 2 }))).toEqual([]);
    expect(lacks('2026-11-24', need('dialysis', 1, { id: 'oxygen', minLevel: 3 }))).toEqual(['dialysis']);
  });
  it('stand by their names, those of which one will do parted by a stroke', () => {
    const territory = { skills: [{ id: 'oxygen', name: 'Oxygen' }] } as unknown as TerritoryProfile;
    expect(skillNames(territory, [need('oxygen', 1), need('dialysis', 2, { id: 'oxygen', minLevel: 3 })])).toBe('Oxygen 1, dialysis 2 / Oxygen 3');
  });
});
