import { expect, vi } from 'vitest';
import {
  askForRecordExport,
  listRecordExports,
  makeExportLink,
  type RecordExport,
} from '../../../shared/src/records/record-exports.contract.ts';
import type { TestClient } from '../../support/client.ts';
import { testPassword } from '../../support/factories.ts';
import type { TestApi } from '../../support/test-api.ts';
import { readArchive } from './archive-reader.ts';

export const confirmation = { password: testPassword };

export const ask = (client: TestClient, locale: 'en' | 'zh-CN' = 'zh-CN'): Promise<RecordExport> =>
  client.ok(askForRecordExport, { body: { confirmation, locale } });

export async function stateOf(client: TestClient, id: string): Promise<RecordExport['state'] | undefined> {
  return (await client.ok(listRecordExports)).items.find((item) => item.id === id)?.state;
}

/** Requests a copy of the record and waits until it is ready. */
export async function made(client: TestClient, locale: 'en' | 'zh-CN' = 'zh-CN'): Promise<RecordExport> {
  const { id } = await ask(client, locale);
  await vi.waitUntil(async () => (await stateOf(client, id)) === 'ready', { timeout: 60_000, interval: 100 });
  const found = (await client.ok(listRecordExports)).items.find((item) => item.id === id);
  if (!found) throw new Error('export not found');
  return found;
}

export const linkTo = async (client: TestClient, exportId: string): Promise<string> =>
  (await client.ok(makeExportLink, { params: { exportId }, body: { confirmation } })).path;

export async function archiveOf(test: TestApi, client: TestClient, exportId: string): Promise<Map<string, Buffer>> {
  const answer = await fetch(test.url + (await linkTo(client, exportId)));
  expect(answer.status).toBe(200);
  return readArchive(Buffer.from(await answer.arrayBuffer()));
}
