import type { Browser } from '@playwright/test';
import { signIn } from '../../../shared/src/accounts/auth.contract.ts';
import { askForCode, proveCode, resetPassword } from '../../../shared/src/accounts/one-time-codes.contract.ts';
import { TestClient } from '../../support/client.ts';
import { messagesTo, nextCode } from './mailbox.ts';
import { outsider } from './outsider.ts';
import { Person } from './person.ts';

/** The other doctor of the department, who also heads it. */
export const colleague = { name: 'Thomas Keller', email: 'head@lakeside.demo.test' };
const hospital = 'lakeside';
const password = 'river stone lantern';

/** Sets the password with a code to their address, like a forgotten password. */
async function withPassword(): Promise<void> {
  const client = new TestClient(process.env['YUNZHEN_E2E_URL'] ?? '');
  const { email } = colleague;
  if ((await client.call(signIn, { body: { hospital, email, password } })).status === 201) return;
  const before = await messagesTo(email, hospital);
  const asked = { hospital, purpose: 'reset-password', email, locale: 'en' } as const;
  const { codeId } = await client.ok(askForCode, { body: asked });
  const code = await nextCode(email, hospital, before);
  const { proof } = await client.ok(proveCode, { params: { codeId }, body: { hospital, code } });
  await client.ok(resetPassword, { body: { hospital, proof, password } });
}

/** Returns the colleague’s client, without a page. */
export async function colleagueOutside(): Promise<TestClient> {
  await withPassword();
  return outsider(hospital, colleague.email, password);
}

/** Opens the colleague’s queue in a browser. */
export async function colleagueArrives(browser: Browser): Promise<Person> {
  await withPassword();
  return Person.signedInAs(browser, { hospital, email: colleague.email, password }, { at: '/workbench' });
}
