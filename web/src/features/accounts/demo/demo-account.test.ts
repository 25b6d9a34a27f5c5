import { expect, it } from 'vitest';
import { isDemoAccount } from './demo-account.ts';

const served = { demo: true, hospitals: [{ id: 'wuzhen', demoAccounts: [{ email: 'patient@demo.test' }] }] };
const account = { email: 'patient@demo.test', hospital: { id: 'wuzhen' }, acting: null };
const here = new URL('http://patient.wuzhen.localhost:8080');

it('lets pages act for an account that the server lists in its demo, on this machine', () => {
  expect(isDemoAccount(served, account, here)).toBe(true);
});

it('lets no page act for anyone where the server does not say that it runs the demo', () => {
  expect(isDemoAccount({ ...served, demo: false }, account, here)).toBe(false);
  expect(isDemoAccount({ demo: true, hospitals: [{ id: 'wuzhen', demoAccounts: [] }] }, account, here)).toBe(false);
});

it('lets no page act for a person whom the demo does not list, for a dependant, or from another address', () => {
  expect(isDemoAccount(served, null, here)).toBe(false);
  expect(isDemoAccount(served, { ...account, email: 'real@example.org' }, here)).toBe(false);
  expect(isDemoAccount(served, { ...account, email: null }, here)).toBe(false);
  expect(isDemoAccount(served, { ...account, hospital: { id: 'other' } }, here)).toBe(false);
  expect(isDemoAccount(served, { ...account, acting: { patientId: 'child' } }, here)).toBe(false);
  expect(isDemoAccount(served, account, new URL('https://hospital.example.org'))).toBe(false);
});
