import { type BrowserContext } from '@playwright/test';
import { listHospitals } from '../../../shared/src/accounts/auth.contract.ts';
import type { Role } from '../../../shared/src/core/permission.ts';
import { TestClient } from '../../support/client.ts';
import { signInFully } from '../../support/staff-sign-in.ts';

export interface Credentials {
  readonly hospital: string;
  readonly email: string;
  readonly password: string;
}

/** The demo accounts on the sign-in page, by address of an installation. */
const demoHospitals = new Map<string, ReturnType<typeof readDemoHospitals>>();

/** Returns the account on the demo card of this role, by default of the first hospital in the list. */
export async function demoCredentials(role: Role, hospital?: string): Promise<Credentials> {
  const url = process.env['YUNZHEN_E2E_URL'] ?? '';
  const known = demoHospitals.get(url) ?? readDemoHospitals(url);
  demoHospitals.set(url, known);
  const hospitals = await known;
  const chosen = hospital ? hospitals.find(({ name }) => name.en === hospital) : hospitals[0];
  const account = chosen?.demoAccounts.find((each) => each.role === role);
  if (!chosen || !account) throw new Error(`no ${role} can be chosen at ${hospital ?? 'the first hospital'}`);
  return { hospital: chosen.slug, email: account.email, password: account.password };
}

async function readDemoHospitals(url: string) {
  return (await new TestClient(url).ok(listHospitals)).hospitals;
}

/**
 * Signs a browser in through the api, with second factor, before a page opens: the sign-in leaves the refresh cookie and two values in the storage.
 * Each browser gets its own session, because two that share a refresh cookie would end it for both.
 */
export async function startSession(context: BrowserContext, { hospital, email, password }: Credentials): Promise<void> {
  const url = process.env['YUNZHEN_E2E_URL'] ?? '';
  const { cookie: line } = await signInFully(url, { hospital, email, password });
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  const { hostname: domain } = new URL(url);
  const cookie = { name, value, domain, path: '/api/sessions/current' };
  await context.addCookies([{ ...cookie, httpOnly: true, sameSite: 'Strict' }]);
  await context.addInitScript(
    ({ origin, slug }) => {
      // Only once: a sign-out removes the second value again.
      if (location.origin !== origin || localStorage.getItem('yunzhen.hospital') !== null) return;
      localStorage.setItem('yunzhen.hospital', slug);
      localStorage.setItem('yunzhen.signed-in', '1');
    },
    { origin: new URL(url).origin, slug: hospital },
  );
}
