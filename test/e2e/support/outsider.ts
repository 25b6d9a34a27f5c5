import type { TestClient } from '../../support/client.ts';
import { signInFully } from '../../support/staff-sign-in.ts';

/** Signs a person in by email and returns a client of the api, without a page. */
export async function outsider(hospital: string, email: string, password = 'yunzhen-demo'): Promise<TestClient> {
  return (await signInFully(process.env['YUNZHEN_E2E_URL'] ?? '', { hospital, email, password })).client;
}
