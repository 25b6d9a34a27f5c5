import type { TestClient } from '../../support/client.ts';
import { signInFully } from '../../support/staff-sign-in.ts';

/** Somebody who speaks to the api without our pages, signed in by e-mail. */
export async function outsider(hospital: string, email: string, password = 'yunzhen-demo'): Promise<TestClient> {
  return (await signInFully(process.env['YUNZHEN_E2E_URL'] ?? '', { hospital, email, password })).client;
}
