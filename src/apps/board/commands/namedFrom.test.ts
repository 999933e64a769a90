import { expect, it } from 'vitest';
import { visitOf } from '../store/samples';
import { namedFrom } from './namedFrom';

const named = namedFrom(new Map([['v1', visitOf('v1', { typeName: 'Mask refit', patientName: 'Ann Lee' })]]));

it('a remark on a known visit says which it is', () => {
  const remark = { code: 'backlog-booked-otherwise', text: 'The day has moved on.', values: { visit: 'v1', technician: 'Kruger' } };
  expect(named(remark).values).toEqual({ visit: 'v1', technician: 'Kruger', about: 'Mask refit, Ann Lee' });
});

it('others stay as they are', () => {
  const remark = { code: 'overtime', text: '5 min overtime.', values: { minutes: '5' } };
  expect(named(remark)).toBe(remark);
  expect(named({ ...remark, values: { visit: 'v2' } }).values).toEqual({ visit: 'v2' });
});
