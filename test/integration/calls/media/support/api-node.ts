import { expect } from 'vitest';
import type { TestApi } from '../../../../support/test-api.ts';
import { NodeProcess } from './node-process.ts';
import { freePort } from '../../../../support/free-port.ts';

/** Starts a media node of that api in a process of its own; resolves when the api has registered it. */
export async function startNodeOf(
  test: TestApi,
  id: string,
  directory: string,
  overrides: Record<string, string> = {},
): Promise<NodeProcess> {
  const port = String(await freePort());
  const workerBin = process.env['MEDIASOUP_WORKER_BIN'];
  const node = await NodeProcess.start({
    NODE_ENV: 'test',
    DATA_DIR: directory,
    NODE_ID: id,
    MEDIA_PORT: port,
    MEDIA_PUBLIC_URL: `http://127.0.0.1:${port}`,
    MEDIA_METRICS_PORT: '0',
    API_URL: test.url,
    TICKET_PUBLIC_KEY: test.ticketPublicKey,
    NODE_SECRET: test.settings.NODE_SECRET,
    RTC_PORT: '0',
    RTC_LISTEN: '127.0.0.1',
    MEDIA_WORKERS: '1',
    ...(workerBin ? { MEDIASOUP_WORKER_BIN: workerBin } : {}),
    ...overrides,
  });
  const known = async () =>
    (await test.database.admin.query<{ url: string }>('SELECT url FROM media_node WHERE id = $1', [id])).rows[0]?.url;
  await expect.poll(known).toBe(`http://127.0.0.1:${port}`);
  return node;
}
