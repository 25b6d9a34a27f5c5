import { expect, it } from 'vitest';
import { contactWay } from './contact-way.ts';

it('tells an e-mail address from a phone number, also while it is typed', () => {
  expect(contactWay('li.wei@example.org')).toBe('mail');
  expect(contactWay('139@example.org')).toBe('mail');
  expect(contactWay('+44 20 7946 0018')).toBe('sms');
  expect(contactWay('139')).toBe('sms');
  expect(contactWay('li.wei')).toBeUndefined();
  expect(contactWay('')).toBeUndefined();
});
