import { describe, expect, test } from 'vitest';
import type { PatientVisitView } from '../contract';
import { announcement, pageModel } from './pageModel';
import { de } from './texts/de';
import { en } from './texts/en';
import { languages, sayIn } from './texts/texts';

const now = Date.parse('2026-11-23T20:00:00Z');
const view = (changes: Partial<PatientVisitView> = {}): PatientVisitView => ({
  number: 1, state: 'Expected', date: '2026-11-23', timeZone: 'America/Los_Angeles',
  interval: { start: '2026-11-23T22:10:00Z', end: '2026-11-23T22:50:00Z' }, technicianFirstName: '', approach: null,
  home: { latitude: 45.5, longitude: -122.6 }, preparation: ['A free table'], callNumber: '+1 503 555 0199', language: 'en',
  acceptsTexts: true, saidAtHome: null, offersBackup: false, answered: [], technicianCount: 1, thereCount: 0, secondApproach: null, ...changes,
});
const model = (changes: Partial<PatientVisitView> = {}) => pageModel(view(changes), now, 'en', sayIn('en'));
const kinds = (changes: Partial<PatientVisitView> = {}) => model(changes).answers.map(answer => answer.kind);
const states: PatientVisitView['state'][] = ['Expected', 'OnTheWay', 'Arrived', 'Done', 'Cancelled', 'ToBeArranged', 'Expired'];

describe('the page of each state', () => {
  test('the interval is the page while someone is expected', () => {
    expect(model().interval).toEqual({ shown: '14:10\u2060–\u206014:50', spoken: 'between 14:10 and 14:50' });
    expect(model().day).toBe('Today, Monday, November 23');
  });

  test('before a time was told, the page says that it will be', () => {
    expect(model({ interval: null })).toMatchObject({ title: en.plannedTitle, interval: null });
    expect(model({ interval: null, date: null })).toMatchObject({ title: en.openTitle, day: null });
  });

  test('where two come, the page says so, and who is still on the way', () => {
    const at = (estimatedArrival: string) => ({ position: { latitude: 45.5, longitude: -122.6 }, headingDegrees: 0, fixAt: '2026-11-23T21:55:00Z', estimatedArrival, path: '' });
    const two = { technicianCount: 2, approach: at('2026-11-23T22:20:00Z') };
    expect(model({ technicianCount: 2 }).lead).toBe(`${en.expectedLead} ${en.weAreTwo}`);
    expect(model({ ...two, state: 'OnTheWay' }).lead).toBe('We expect to arrive at about 14:20. Two of us come to you.');
    expect(model({ ...two, state: 'OnTheWay', secondApproach: at('2026-11-23T22:31:00Z') }).lead).toContain('at about 14:31');
    expect(model({ ...two, state: 'OnTheWay', thereCount: 1 }).lead).toBe('One of us is with you. We expect the second at about 14:20.');
    expect(model({ ...two, state: 'OnTheWay', thereCount: 1, approach: null })).toMatchObject({ lead: en.oneThere, showsMap: false });
    expect(model({ ...two, state: 'Arrived' }).lead).toBe(en.bothArrivedLead);
  });

  test('each state has a title of its own, in each language', () => {
    for (const language of Object.keys(languages) as (keyof typeof languages)[]) {
      const titles = states.map(state => pageModel(view({ state }), now, language, sayIn(language)).title);
      expect(new Set(titles).size).toBe(states.length);
    }
  });

  test('once all is over, no interval, no list and no answers are left', () => {
    for (const state of ['Done', 'Expired'] as const)
      expect(model({ state, offersBackup: true })).toMatchObject({ interval: null, day: null, preparation: [], answers: [], steersMessages: false });
  });
});

describe('the answers', () => {
  test('three large ones, and the backup where it makes sense', () => {
    expect(kinds()).toEqual(['AtHome', 'AnotherTime', 'Cancel']);
    expect(kinds({ offersBackup: true })).toContain('BackupRunning');
  });

  test('nobody chooses another time while someone is driving to them', () => {
    expect(kinds({ state: 'OnTheWay' })).toEqual(['AtHome', 'Cancel']);
  });

  test('a cancelled visit can still be called about', () => {
    expect(kinds({ state: 'Cancelled' })).toEqual(['CallMe']);
    expect(model({ state: 'Cancelled', answered: ['CallMe'] }).answers[0]?.said).toBe(en.callMeSaid);
  });

  test('what was said stands there', () => {
    expect(model({ saidAtHome: true }).answers[0]?.said).toBe(en.atHomeSaid);
    expect(model({ saidAtHome: false }).answers[0]?.said).toBeNull();
  });
});

describe('what a screen reader hears', () => {
  test('nothing at first, and nothing when only the marker moved', () => {
    expect(announcement(null, model())).toBeNull();
    expect(announcement(model(), model({ number: 2, saidAtHome: true }))).toBeNull();
  });

  test('a moved interval, with its day', () => {
    const moved = model({ interval: { start: '2026-11-23T23:00:00Z', end: '2026-11-23T23:30:00Z' } });
    expect(announcement(model(), moved)).toBe('We arrive, Today, Monday, November 23, between 15:00 and 15:30');
  });
});

test('both languages fill in the same values', () => {
  const values = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const key of Object.keys(en) as (keyof typeof en)[]) expect([key, values(de[key])]).toEqual([key, values(en[key])]);
});
