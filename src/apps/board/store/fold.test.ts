import { describe, expect, it } from 'vitest';
import type { BoardChange, BoardMessage } from '../../contract';
import { foldDay, foldDesk } from './fold';
import { alarmOf, visitOf } from './samples';
import { emptyDay, emptyDesk } from './state';

const message = (number: number, changes: BoardChange[], isSnapshot = false): BoardMessage =>
  ({ number, isSnapshot, at: '2026-11-24T09:30:00Z', changes });

describe('the fold of a feed', () => {
  it('takes the latest of a visit', () => {
    const day = [visitOf('a', { note: 'old' }), visitOf('a', { note: 'new' })]
      .reduce((state, visit, index) => foldDay(state, message(index, [{ kind: 'visit', visit }])), emptyDay('2026-11-24'));
    expect([...day.visits.values()].map(visit => visit.note)).toEqual(['new']);
  });

  it('ignores a message that was seen before', () => {
    const once = foldDay(emptyDay('2026-11-24'), message(7, [{ kind: 'visit', visit: visitOf('a') }]));
    const twice = foldDay(once, message(7, [{ kind: 'visit-left', visit: 'a' }]));
    expect(twice).toBe(once);
  });

  it('forgets all before a snapshot, even one with a lower number: the feed may have begun anew', () => {
    const before = foldDay(emptyDay('2026-11-24'), message(900, [{ kind: 'visit', visit: visitOf('gone') }]));
    const after = foldDay(before, message(3, [{ kind: 'visit', visit: visitOf('here') }], true));
    expect([...after.visits.keys()]).toEqual(['here']);
    expect(after.number).toBe(3);
  });

  it('never changes what it told before', () => {
    const before = foldDay(emptyDay('2026-11-24'), message(1, [{ kind: 'visit', visit: visitOf('a') }]));
    foldDay(before, message(2, [{ kind: 'visit', visit: visitOf('b') }, { kind: 'visit-left', visit: 'a' }]));
    expect([...before.visits.keys()]).toEqual(['a']);
  });

  it('drops an alarm once it is closed', () => {
    const open = foldDesk(emptyDesk, message(1, [{ kind: 'alarm', alarm: alarmOf('x') }]));
    const closed = foldDesk(open, message(2, [{ kind: 'alarm', alarm: alarmOf('x', { closedAt: '2026-11-24T09:40:00Z' }) }]));
    expect(open.alarms.size).toBe(1);
    expect(closed.alarms.size).toBe(0);
  });

  it('takes a visit out of the backlog when it gets a day', () => {
    const waiting = foldDesk(emptyDesk, message(1, [{ kind: 'visit', visit: visitOf('a', { date: null, status: 'Backlog' }) }]));
    const planned = foldDesk(waiting, message(2, [{ kind: 'visit', visit: visitOf('a') }]));
    expect(waiting.backlog.size).toBe(1);
    expect(planned.backlog.size).toBe(0);
  });

  it('keeps messages newest first and one of each', () => {
    const text = (id: string, sentAt: string): BoardChange => ({
      kind: 'message',
      message: { id, audience: 'Patient', code: 'moved', text: id, link: '', sentAt, patient: null, technician: null, visit: null, sender: '' },
    });
    const desk = [text('b', '2026-11-24T10:00:00Z'), text('a', '2026-11-24T09:00:00Z'), text('c', '2026-11-24T11:00:00Z'), text('a', '2026-11-24T09:00:00Z')]
      .reduce((state, change, index) => foldDesk(state, message(index, [change])), emptyDesk);
    expect(desk.messages.map(known => known.id)).toEqual(['c', 'b', 'a']);
  });
});
