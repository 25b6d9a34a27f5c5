import { codeAt, stepAt } from '../../server/src/api/accounts/second-factor/one-time-code.ts';
import { refreshSession, signIn, type SessionGrant } from '../../shared/src/accounts/auth.contract.ts';
import {
  beginAuthenticator,
  confirmAuthenticator,
  confirmSession,
  readSecondFactors,
} from '../../shared/src/accounts/second-factor.contract.ts';
import type { BodyInputOf } from '../../shared/src/core/route.ts';
import { secretFrom } from './authenticator.ts';
import type { TestGround } from './test-api.ts';
import { TestClient, type Answer } from './client.ts';

export interface StaffSession {
  readonly client: TestClient;
  readonly grant: SessionGrant;
  /** The refresh cookie as `Set-Cookie` sends it. */
  readonly cookie: string;
}

/** Signs in, with the second factor when the account needs one. */
export async function signInFully(url: string, body: BodyInputOf<typeof signIn>, now?: Date): Promise<StaffSession> {
  const opened = await new TestClient(url).call(signIn, { body });
  if (opened.status !== 201) throw new Error(`signIn: ${opened.status} ${JSON.stringify(opened.problem)}`);
  return completed(url, opened, now);
}

/** Completes a new session with the second factor: the demo code, or after an invitation the code of a new authenticator. */
export async function completed(url: string, opened: Answer<SessionGrant>, now = new Date()): Promise<StaffSession> {
  const grant = opened.value;
  const client = new TestClient(url, grant.accessToken);
  const [cookie = ''] = opened.headers.getSetCookie();
  if (!grant.account.secondFactorPending) return { client, grant, cookie };
  const { demoCode } = await client.ok(readSecondFactors);
  if (demoCode) await client.ok(confirmSession, { body: { kind: 'totp', code: demoCode } });
  else await enrolAuthenticator(client, now);
  return letIn(url, client, cookie);
}

/** Lets every session of the account set up a first factor, as the code in a message would. */
export async function allowFirstFactor({ database, clock }: TestGround, accountId: string): Promise<void> {
  await database.admin.query('UPDATE session SET enrolment_proven_at = $2 WHERE account_id = $1', [
    accountId,
    clock.now(),
  ]);
}

/** Enrols an authenticator, which also gives the second factor. */
export async function enrolAuthenticator(client: TestClient, now = new Date()) {
  const begun = await client.ok(beginAuthenticator, { body: { name: 'Phone' } });
  const secret = secretFrom(begun.secret);
  const params = { factorId: begun.id };
  const code = codeAt(secret, stepAt(now));
  const { recoveryCodes } = await client.ok(confirmAuthenticator, { params, body: { code } });
  return { secret, recoveryCodes: recoveryCodes ?? [] };
}

/** Refreshes the session, because the roles come with the next access token. */
export async function letIn(url: string, client: TestClient, before: string): Promise<StaffSession> {
  const headers = { cookie: before.split(';')[0] ?? '', origin: url };
  const renewed = await client.call(refreshSession, { headers });
  if (renewed.status !== 200) throw new Error(`refreshSession: ${renewed.status} ${JSON.stringify(renewed.problem)}`);
  const [cookie = ''] = renewed.headers.getSetCookie();
  client.accessToken = renewed.value.accessToken;
  return { client, grant: renewed.value, cookie };
}
