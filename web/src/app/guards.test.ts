import { describe, expect, it } from 'vitest';
import { roles, type Role } from '@yunzhen/shared/core/permission';
import { admit } from './guards.ts';
import { homeOf } from './homes.ts';

const route = (meta: object, fullPath = '/somewhere', query: Record<string, string> = {}) =>
  ({ meta, fullPath, query }) as unknown as Parameters<typeof admit>[0];
const person = (...held: Role[]) => ({ roles: held, secondFactorPending: false, agreementsDue: [] });

describe('The route guard', () => {
  it('redirects a visitor without a session to the sign-in page and remembers the wanted page', () => {
    expect(admit(route({ roles: ['doctor'] }, '/workbench?x=1'), null)).toEqual({
      path: '/sign-in',
      query: { to: '/workbench?x=1' },
    });
  });

  it('shows a visitor without a session the hospitals’ public pages first', () => {
    expect(admit(route({}, '/'), null)).toBe('/hospitals');
  });

  it('allows public pages for everyone', () => {
    expect(admit(route({ public: true }), null)).toBe(true);
    expect(admit(route({ public: true }), person('doctor'))).toBe(true);
  });

  it('allows a page for any of the account’s roles, and redirects others to their start page', () => {
    const figures = route({ roles: ['president', 'administrator'] });
    expect(admit(figures, person('administrator'))).toBe(true);
    expect(admit(figures, person('doctor'))).toBe('/workbench');
    expect(admit(figures, person('pharmacist', 'president'))).toBe(true);
  });

  it('redirects staff from a patient page to its staff counterpart', () => {
    const account = route({ staffPath: '/account/settings' });
    expect(admit(account, person('doctor'))).toBe('/account/settings');
    expect(admit(account, person('doctor', 'patient'))).toBe(true);
    expect(admit(account, null)).toMatchObject({ path: '/sign-in' });
  });

  it('redirects patients from a staff page to its patient counterpart', () => {
    const security = route({ patientPath: '/account/protection' });
    expect(admit(security, person('patient'))).toBe('/account/protection');
    expect(admit(security, person('doctor'))).toBe(true);
  });

  it('redirects a signed-in user from the sign-in page to the wanted page, on this site only', () => {
    const signIn = (to?: string) => route({ public: true, guestOnly: true }, '/sign-in', to ? { to } : {});
    expect(admit(signIn(), person('pharmacist'))).toBe('/reviews');
    expect(admit(signIn('/visits/1?a=b'), person('patient'))).toBe('/visits/1?a=b');
    for (const elsewhere of ['https://evil.test', '//evil.test', '/\\evil.test', '/sign-in?to=/', 'visits']) {
      expect(admit(signIn(elsewhere), person('patient'))).toBe('/');
    }
  });
});

describe('A session that waits for its second factor', () => {
  const pending = { roles: [], secondFactorPending: true, agreementsDue: [] };
  const step = route({ secondStep: true }, '/sign-in/second-factor', { to: '/reviews?x=1' });

  it('is redirected to the second step, and can open public pages only', () => {
    const path = '/sign-in/second-factor';
    expect(admit(route({ roles: ['doctor'] }, '/workbench'), pending)).toEqual({ path, query: { to: '/workbench' } });
    expect(admit(route({}, '/'), pending)).toEqual({ path, query: {} });
    const signIn = route({ public: true, guestOnly: true }, '/sign-in?to=/day', { to: '/day' });
    expect(admit(signIn, pending)).toEqual({ path, query: { to: '/day' } });
    expect(admit(route({ public: true }), pending)).toBe(true);
    expect(admit(step, pending)).toBe(true);
  });

  it('continues to the wanted page; a visitor without a session signs in first', () => {
    expect(admit(step, person('pharmacist'))).toBe('/reviews?x=1');
    expect(admit(step, null)).toEqual({ path: '/sign-in', query: { to: '/reviews?x=1' } });
    expect(admit(route({ secondStep: true }, '/sign-in/second-factor'), person('doctor'))).toBe('/workbench');
  });
});

describe('The start page', () => {
  it('exists for every role', () => {
    // A supervisor is a pharmacist with additional permissions and works on the same pages.
    expect(homeOf(['supervisor'])).toBe(homeOf(['pharmacist']));
    const others = roles.filter((role) => role !== 'supervisor');
    expect(new Set(others.map((role) => homeOf([role]))).size).toBe(others.length);
    expect(homeOf([])).toBe('/sign-in');
  });

  it('asks patients to agree to new versions first, but never in a visit or before they can leave', () => {
    const due = { ...person('patient'), agreementsDue: [{ kind: 'terms' as const, version: '2' }] };
    expect(admit(route({}, '/departments'), due)).toEqual({ path: '/agreements', query: { to: '/departments' } });
    expect(admit(route({ guestOnly: true, public: true }, '/sign-in?to=/record', { to: '/record' }), due)).toEqual({
      path: '/agreements',
      query: { to: '/record' },
    });
    expect(admit(route({ agreementStep: true }, '/agreements'), due)).toBe(true);
    expect(admit(route({ public: true }, '/hospitals/x/terms'), due)).toBe(true);
    expect(admit(route({ beforeAgreement: true }, '/account/closing'), due)).toBe(true);
    expect(admit(route({}, '/visits/1/waiting'), due)).toBe(true);
    expect(admit(route({ agreementStep: true }, '/agreements', { to: '/record' }), person('patient'))).toBe('/record');
  });
});
