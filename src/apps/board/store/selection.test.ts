// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { parseSelection, select, selectedVisits, selection, selectOne, toggleColour, toggleVisit, writeSelection } from './selection';

describe('the selection', () => {
  it('survives being written into an address and read again', () => {
    const query = '?day=2026-11-24&list=visits&select=visit.v.1-a&also=v2,v3&routes=t1,t2';
    expect(writeSelection(parseSelection(query))).toBe(query);
  });

  it('leaves out what it does not know', () => {
    const read = parseSelection('?day=soon&select=ghost.1&list=all&also=a b,ok');
    expect(read).toEqual({ day: null, kind: null, id: null, also: ['ok'], coloured: [], list: 'attention' });
  });

  it('is in the address bar, and Back leads to what was selected before', async () => {
    selectOne('visit', 'a');
    selectOne('technician', 'chen');
    expect(location.search).toBe('?select=technician.chen');
    const back = new Promise(resolve => addEventListener('popstate', resolve, { once: true }));
    history.back();
    await back;
    expect(selection().id).toBe('a');
  });

  it('takes further visits in, and the next one comes first when the first is taken out', () => {
    selectOne('visit', 'a');
    toggleVisit('b');
    toggleVisit('c');
    toggleVisit('a');
    expect(selectedVisits()).toEqual(['b', 'c']);
  });

  it('colours six routes at most', () => {
    select({ coloured: [] });
    ['1', '2', '3', '4', '5', '6', '7'].forEach(toggleColour);
    expect(selection().coloured).toEqual(['2', '3', '4', '5', '6', '7']);
    toggleColour('4');
    expect(selection().coloured).toHaveLength(5);
  });
});
