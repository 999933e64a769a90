import { describe, expect, it } from 'vitest';
import { untilToday } from './until';

const ten = Date.parse('2026-11-24T10:00:00Z');

describe('until a time of day', () => {
  it('is today while it lies ahead', () => expect(untilToday('15:30', ten, 'Europe/Berlin')).toBe('2026-11-24T14:30:00Z'));
  it('is tomorrow once it is over', () => expect(untilToday('08:00', ten, 'Europe/Berlin')).toBe('2026-11-25T07:00:00Z'));
});
