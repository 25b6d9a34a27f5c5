import { confirmSession, readSecondFactors } from '../../../shared/src/accounts/second-factor.contract.ts';
import type { TestClient } from '../../support/client.ts';
import { renewDemoCodes } from './demo-codes.ts';
import { outsider } from './outsider.ts';

const signers = new Map<string, TestClient>();

/**
 * Somebody of the second hospital who has given their second factor: for all tests of this process, until the session ends, since a
 * code is good once.
 */
export async function signer(email: string): Promise<TestClient> {
  const known = signers.get(email);
  const answer = await known?.call(readSecondFactors);
  if (known && answer?.status === 200 && answer.value.confirmedUntil !== null) return known;
  const client = await outsider('lakeside', email);
  signers.set(email, client);
  await renewDemoCodes();
  const { demoCode } = await client.ok(readSecondFactors);
  await client.ok(confirmSession, { body: { kind: 'totp', code: demoCode ?? '' } });
  return client;
}
