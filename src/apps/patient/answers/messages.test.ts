import { expect, test } from 'vitest';
import { telephoneNumber } from './messages';

test('a number may be typed as people write it', () => {
  expect(telephoneNumber(' +1 (503) 555-0100 ')).toBe('+15035550100');
  expect(telephoneNumber('030/555.01')).toBe('03055501');
});

test('what cannot be a number is not sent', () => {
  for (const text of ['', '123', 'my daughter', '+1 503 555 0100 ext 5', '1234567890123456']) expect(telephoneNumber(text)).toBeNull();
});
