import { readSecondFactors } from '../../../shared/src/accounts/second-factor.contract.ts';
import type { TestClient } from '../../support/client.ts';
import { outsider } from './outsider.ts';

const signers = new Map<string, TestClient>();

/** Returns a person of the second hospital with a recent second factor, shared by all tests of this process until it expires. */
export async function signer(email: string): Promise<TestClient> {
  const known = signers.get(email);
  const answer = await known?.call(readSecondFactors);
  if (known && answer?.status === 200 && answer.value.confirmedUntil !== null) return known;
  const client = await outsider('lakeside', email);
  signers.set(email, client);
  return client;
}
