import { TestClient } from '../../support/client.ts';
import { signIn } from '../../../shared/src/accounts/auth.contract.ts';

/** Somebody who speaks to the api without our pages, signed in by e-mail. */
export async function outsider(hospital: string, email: string, password = 'yunzhen-demo'): Promise<TestClient> {
  const client = new TestClient(process.env['YUNZHEN_E2E_URL'] ?? '');
  const grant = await client.ok(signIn, { body: { hospital, email, password } });
  client.accessToken = grant.accessToken;
  return client;
}
