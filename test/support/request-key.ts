import { createHash } from 'node:crypto';
import type { Client, PoolClient } from 'pg';
import { RequestProofs } from '../../server/src/platform/db/request-proof.ts';

/** The request key of every test database. */
export const requestKey = createHash('sha256').update('requests of tests').digest();

const proofs = new RequestProofs(requestKey);

/** Begins a request of that hospital in the open transaction of an app connection, as the api does. */
export async function beginRequest(client: Client | PoolClient, hospitalId: string): Promise<void> {
  const { proof } = await proofs.next(client, { hospitalId, sessionId: null, patientId: null });
  await client.query('SELECT begin_request($1, NULL, NULL, $2)', [hospitalId, proof]);
}

/** Returns the address of the operators’ login on the same database. */
export function operatorUrlOf(appUrl: string): string {
  const url = new URL(appUrl);
  url.username = 'yunzhen_operators';
  url.password = 'test-operators';
  return url.href;
}

/** Returns the logins that `migrate` grants access. */
export const accessOf = (appUrl: string) => ({ appUrl, operatorUrl: operatorUrlOf(appUrl), requestKey });
