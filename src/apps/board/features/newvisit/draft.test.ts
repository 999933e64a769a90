import { describe, expect, it } from 'vitest';
import type { EquipmentProfile, PatientDetailsView } from '../../../contract';
import { backupOf, emptyDraft, questionsFor, requestOf, type Draft } from './draft';

const device = (kind: string, batteryMinutes: number): EquipmentProfile => ({ id: 'd', kind, batteryMinutes }) as EquipmentProfile;
const patient = (equipment: EquipmentProfile): PatientDetailsView =>
  ({ patient: { id: 'p', flowLitresPerMinute: null, freeBreathingMinutes: null }, equipment: [equipment], visits: [], messages: [], history: [] }) as unknown as PatientDetailsView;
const calling = (kind: string, failure: Draft['failure']): Draft =>
  ({ ...emptyDraft('2026-11-24'), patient: patient(device(kind, 480)), equipment: 'd', failure });

describe('the questions of a call', () => {
  it('ask for the battery in a power cut and not when the device is dead', () => {
    expect(questionsFor(calling('ventilator', 'PowerCut')).isBattery).toBe(true);
    expect(questionsFor(calling('ventilator', 'DeviceFailed')).isBattery).toBe(false);
  });

  it('ask for cylinders at a concentrator and for free breathing at a ventilator', () => {
    expect(questionsFor(calling('concentrator', 'DeviceFailed'))).toMatchObject({ isCylinders: true, isFreeBreathing: false });
    expect(questionsFor(calling('ventilator', 'DeviceFailed'))).toMatchObject({ isCylinders: false, isFreeBreathing: true });
  });

  it('ask nothing for planned work', () => {
    expect(Object.values(questionsFor(calling('concentrator', 'None')))).toEqual([false, false, false, false]);
  });
});

describe('what is sent', () => {
  it('says on which days a visit may be done that has none, and of others nothing', () => {
    const waits = { ...calling('pap', 'None'), type: 'mask', date: null };
    expect(requestOf(waits, 't', null, 'now')?.days).toEqual({ first: '2026-11-25', last: '2026-12-08', times: null });
    expect(requestOf({ ...waits, date: '2026-11-24' }, 't', null, 'now')?.days).toBeNull();
  });

  it('says unknown where nobody asked', () => {
    expect(backupOf(calling('ventilator', 'DeviceFailed'), 'now')).toMatchObject({ safeNow: 'Unknown', backupRunning: 'Unknown', batteryMinutes: null });
  });

  it('leaves out a battery that was entered for another failure', () => {
    expect(backupOf({ ...calling('ventilator', 'DeviceFailed'), battery: 300 }, 'now')?.batteryMinutes).toBeNull();
  });

  it('takes the suggested type until one is chosen', () => {
    const draft = calling('ventilator', 'DeviceFailed');
    expect(requestOf(draft, 't', 'vent-failed', 'now')?.type).toBe('vent-failed');
    expect(requestOf({ ...draft, type: 'swap' }, 't', 'vent-failed', 'now')?.type).toBe('swap');
    expect(requestOf(draft, 't', null, 'now')).toBeNull();
  });
});
