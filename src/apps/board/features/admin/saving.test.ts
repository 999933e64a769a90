import { describe, expect, it } from 'vitest';
import { catalogId } from './saving';

describe('the id of a catalogue entry', () => {
  it.each([['Oxygen technician', 'oxygen-technician'], ['Größe 2', 'gro-e-2'], ['酸素', 'entry']])('of %s is %s', (name, id) => expect(catalogId(name, [])).toBe(id));
  it('is never one that is taken', () => expect(catalogId('PAP', ['pap', 'pap-2'])).toBe('pap-3'));
});
