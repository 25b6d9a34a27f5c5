import { expect } from 'vitest';
import type { TestPerson } from './factories.ts';
import { listen, type RecordListener } from './record-socket.ts';
import type { TestApi } from './test-api.ts';

/** Opens a page of the person and waits until the api has stored its presence, which it does only after it accepted the socket. */
export async function openPage(test: TestApi, person: TestPerson): Promise<RecordListener> {
  const page = await listen(test.url, person.client.accessToken ?? person.accessToken);
  const stored = () => test.database.admin.query('SELECT 1 FROM open_page WHERE account_id = $1', [person.accountId]);
  await expect.poll(async () => (await stored()).rowCount).toBe(1);
  return page;
}
