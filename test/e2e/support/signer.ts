import { readSecondFactors } from '../../../shared/src/accounts/second-factor.contract.ts';
import type { TestClient } from '../../support/client.ts';
import { outsider } from './outsider.ts';

const signers = new Map<string, TestClient>();

/** A person of the second hospital whose second factor is recent: for all tests of this process, until it no longer is. */
export async function signer(email: string): Promise<TestClient> {
  const known = signers.get(email);
  const answer = await known?.call(readSecondFactors);
  if (known && answer?.status === 200 && answer.value.confirmedUntil !== null) return known;
  const client = await outsider('lakeside', email);
  signers.set(email, client);
  return client;
}
