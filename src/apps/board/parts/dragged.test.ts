import { describe, expect, it } from 'vitest';
import { visitOf } from '../store/samples';
import { draggedWith } from './dragged';

const visits = new Map([
  visitOf('done', { status: 'Done', estimatedArrival: '2026-11-23T08:00:00Z' }),
  visitOf('early', { estimatedArrival: '2026-11-23T09:00:00Z' }),
  visitOf('late', { estimatedArrival: '2026-11-23T12:00:00Z' }),
  visitOf('nobodys', { technician: null, estimatedArrival: null }),
].map(visit => [visit.id, visit] as const));

describe('what is dragged', () => {
  it('is one visit where it is none of those selected', () => expect(draggedWith('late', ['early', 'done'], visits)).toEqual(['late']));
  it('is all that are selected and free, in the order of the day', () => {
    expect(draggedWith('late', ['nobodys', 'late', 'done', 'early'], visits)).toEqual(['early', 'late', 'nobodys']);
  });
});
