import { freePort } from '../../../../support/free-port.ts';
import type { TestApi } from '../../../../support/test-api.ts';

/** Returns the environment of a media node of that api, on free loopback ports. */
export async function nodeEnvironmentOf(
  test: Pick<TestApi, 'url' | 'ticketPublicKey' | 'settings'>,
  id: string,
  directory: string,
): Promise<Record<string, string>> {
  const port = String(await freePort());
  const workerBin = process.env['MEDIASOUP_WORKER_BIN'];
  return {
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
  };
}
