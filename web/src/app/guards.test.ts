import { describe, expect, it } from 'vitest';
import { roles, type Role } from '@yunzhen/shared/core/permission';
import { admit } from './guards.ts';
import { homeOf } from './homes.ts';

const route = (meta: object, fullPath = '/somewhere', query: Record<string, string> = {}) =>
  ({ meta, fullPath, query }) as unknown as Parameters<typeof admit>[0];
const person = (...held: Role[]) => ({ roles: held, secondFactorPending: false });

describe('who is let in', () => {
  it('sends a stranger to the sign-in page and remembers where they wanted to go', () => {
    expect(admit(route({ roles: ['doctor'] }, '/workbench?x=1'), null)).toEqual({
      path: '/sign-in',
      query: { to: '/workbench?x=1' },
    });
  });

  it('shows a stranger the public pages of the hospitals first', () => {
    expect(admit(route({}, '/'), null)).toBe('/hospitals');
  });

  it('lets anybody see public pages', () => {
    expect(admit(route({ public: true }), null)).toBe(true);
    expect(admit(route({ public: true }), person('doctor'))).toBe(true);
  });

  it('lets a person in by any of their roles, and sends others home', () => {
    const figures = route({ roles: ['president', 'administrator'] });
    expect(admit(figures, person('administrator'))).toBe(true);
    expect(admit(figures, person('doctor'))).toBe('/workbench');
    expect(admit(figures, person('pharmacist', 'president'))).toBe(true);
  });

  it('sends staff from a page of patients to the one that they have in its place', () => {
    const account = route({ staffPath: '/account/settings' });
    expect(admit(account, person('doctor'))).toBe('/account/settings');
    expect(admit(account, person('doctor', 'patient'))).toBe(true);
    expect(admit(account, null)).toMatchObject({ path: '/sign-in' });
  });

  it('sends patients from a page of staff to the one that they have in its place', () => {
    const security = route({ patientPath: '/account/protection' });
    expect(admit(security, person('patient'))).toBe('/account/protection');
    expect(admit(security, person('doctor'))).toBe(true);
  });

  it('sends a signed-in person from the sign-in page to where they wanted to go, on this site only', () => {
    const signIn = (to?: string) => route({ public: true, guestOnly: true }, '/sign-in', to ? { to } : {});
    expect(admit(signIn(), person('pharmacist'))).toBe('/reviews');
    expect(admit(signIn('/visits/1?a=b'), person('patient'))).toBe('/visits/1?a=b');
    for (const elsewhere of ['https://evil.test', '//evil.test', '/\\evil.test', '/sign-in?to=/', 'visits']) {
      expect(admit(signIn(elsewhere), person('patient'))).toBe('/');
    }
  });
});

describe('a session that waits for its second factor', () => {
  const pending = { roles: [], secondFactorPending: true };
  const step = route({ secondStep: true }, '/sign-in/second-factor', { to: '/reviews?x=1' });

  it('is led to the step that asks for it, and sees public pages alone', () => {
    const path = '/sign-in/second-factor';
    expect(admit(route({ roles: ['doctor'] }, '/workbench'), pending)).toEqual({ path, query: { to: '/workbench' } });
    expect(admit(route({}, '/'), pending)).toEqual({ path, query: {} });
    const signIn = route({ public: true, guestOnly: true }, '/sign-in?to=/day', { to: '/day' });
    expect(admit(signIn, pending)).toEqual({ path, query: { to: '/day' } });
    expect(admit(route({ public: true }), pending)).toBe(true);
    expect(admit(step, pending)).toBe(true);
  });

  it('goes on to the page that was wanted; a stranger signs in first', () => {
    expect(admit(step, person('pharmacist'))).toBe('/reviews?x=1');
    expect(admit(step, null)).toEqual({ path: '/sign-in', query: { to: '/reviews?x=1' } });
    expect(admit(route({ secondStep: true }, '/sign-in/second-factor'), person('doctor'))).toBe('/workbench');
  });
});

describe('where a person starts', () => {
  it('is a page of their own for every role', () => {
    // A supervisor is a pharmacist with more to say, and works where pharmacists do.
    expect(homeOf(['supervisor'])).toBe(homeOf(['pharmacist']));
    const others = roles.filter((role) => role !== 'supervisor');
    expect(new Set(others.map((role) => homeOf([role]))).size).toBe(others.length);
    expect(homeOf([])).toBe('/sign-in');
  });
});
