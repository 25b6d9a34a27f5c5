import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refreshSession, signIn, signOut } from '../../../shared/src/accounts/auth.contract.ts';
import { readOperatorSession } from '../../../shared/src/operator/operator.contract.ts';
import { TestClient } from '../../support/client.ts';
import { Factory, testPassword, type TestHospital } from '../../support/factories.ts';
import { headersOf, makeOperator } from '../../support/operators.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

const origin = 'https://clinic.test';

let test: TestApi;
let hospital: TestHospital;
let factory: Factory;
let client: TestClient;
beforeAll(async () => {
  test = await startTestApi({ PUBLIC_URL: origin });
  factory = new Factory(test);
  hospital = await factory.hospital();
  client = new TestClient(test.url);
});
afterAll(() => test.close());

/** Signs a person in and returns the Set-Cookie headers and the cookies as a browser sends them back. */
async function signedIn(headers: Record<string, string> = {}): Promise<{ lines: string[]; cookie: string }> {
  const { accountId } = await factory.patient(hospital);
  const body = { hospital: hospital.slug, email: `${accountId}@example.test`, password: testPassword };
  const lines = (await client.call(signIn, { body, headers })).headers.getSetCookie();
  return { lines, cookie: lines.map((line) => line.split(';')[0]).join('; ') };
}
const refresh = (cookie: string, from = origin) => client.call(refreshSession, { headers: { cookie, origin: from } });

describe('the cookies of an installation with an https address', () => {
  it('are bound to the exact host (__Host- prefix)', async () => {
    const { lines } = await signedIn();
    expect(lines.map((line) => line.split('=')[0])).toEqual([
      '__Host-yz_refresh',
      '__Host-yz_account',
      '__Host-yz_device',
    ]);
    for (const line of lines) {
      expect(line).toMatch(/; Path=\/; .*HttpOnly; Secure; SameSite=Strict$/);
      expect(line).not.toMatch(/Domain/i);
    }
    const { email, code, accept } = await makeOperator(test);
    const accepted = await accept(code());
    expect(accepted.headers.getSetCookie().join()).toMatch(
      /^__Host-yz_operator=.*; Path=\/; .*HttpOnly; Secure; SameSite=Strict/,
    );
    expect(await client.ok(readOperatorSession, { headers: headersOf(test, accepted) })).toMatchObject({ email });
  });

  it('refresh and end the session and are cleared under the same name', async () => {
    const { cookie } = await signedIn();
    const answer = await refresh(cookie);
    expect([answer.status, answer.headers.getSetCookie().length]).toEqual([200, 2]);
    const next = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const out = await client.call(signOut, { headers: { cookie: next, origin } });
    expect(out.headers.getSetCookie()).toEqual(
      ['refresh', 'account'].map((name) => expect.stringMatching(`^__Host-yz_${name}=; .*Path=/; .*Secure`)),
    );
    expect((await refresh(next)).problem.code).toBe('auth.session-expired');
  });

  it('are ignored under the plain name, which another host of the domain could have set', async () => {
    const { cookie } = await signedIn();
    expect((await refresh(cookie.replaceAll('__Host-', ''))).problem.code).toBe('auth.required');
    expect((await refresh(cookie.replaceAll('__Host-', '__Secure-'))).problem.code).toBe('auth.required');
  });

  it('that an attacker set before the sign-in do not become the person’s session', async () => {
    const attacker = await signedIn();
    const victim = await signedIn({ cookie: attacker.cookie });
    expect(victim.cookie).not.toContain(attacker.cookie.split(';')[0]);
    const [theirs, own] = [await refresh(victim.cookie), await refresh(attacker.cookie)];
    expect([theirs.status, own.status]).toEqual([200, 200]);
    expect(theirs.value.account.id).not.toBe(own.value.account.id);
  });

  it.each([
    'https://evil.test',
    'http://clinic.test',
    'https://clinic.test.evil.test',
    'https://other.clinic.test',
    'null',
  ])('are rejected from a page of %s', async (from) => {
    const { cookie } = await signedIn();
    expect((await refresh(cookie, from)).problem.code).toBe('auth.forbidden');
    expect((await refresh(cookie)).status).toBe(200);
  });
});
