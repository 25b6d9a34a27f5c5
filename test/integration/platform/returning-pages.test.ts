import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ClientConnections } from '../../../server/src/platform/http/client-connections.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import type { BusListener } from '../../../server/src/platform/realtime/cluster-bus.ts';
import { RecentMessages } from '../../../server/src/platform/realtime/recent-messages.ts';
import { RecordHub } from '../../../server/src/platform/realtime/record-hub.ts';
import { listen, type RecordListener } from '../../support/record-socket.ts';

/** Stands in for the bus: a real one loses messages only after minutes without a database. A page takes a turn of 5 ms for each process. */
const bus = {
  processes: 0,
  recent: new RecentMessages(),
  listener: undefined as BusListener | undefined,
  open: (listener: BusListener) => Promise.resolve(void (bus.listener = listener)),
  close: () => Promise.resolve(),
};
const http = createServer();
const hub = new RecordHub(http, {
  webOrigin: 'http://localhost',
  connections: new ClientConnections(
    () => false,
    100,
    () => null,
  ),
  tokens: {
    read: (token) => ({
      actor: {
        accountId: token,
        sessionId: token,
        hospitalId: 'hospital',
        roles: ['patient'],
        patientId: null,
        practitionerId: null,
      },
      expiresAt: new Date(Date.now() + 600_000),
    }),
    isLive: () => Promise.resolve(true),
  },
  bus: bus as never,
  clock: { now: () => new Date() },
  log: createLogger({ name: 'test', level: 'silent' }),
});
const pages: RecordListener[] = [];
let url: string;

beforeAll(async () => {
  await hub.open();
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  for (const token of ['one', 'two', 'three']) pages.push(await listen(url, token));
});
afterAll(async () => {
  for (const page of pages) page.close();
  await hub.close();
  http.close();
});

/** What each page was told about its completeness, after a round trip on each of their sockets. */
async function told(): Promise<boolean[][]> {
  const tokens = ['one', 'two', 'three'];
  await Promise.all(pages.map(({ socket }, at) => socket.emitWithAck('renew', { accessToken: tokens[at] ?? '' })));
  return pages.map(({ covered }) => covered.map(({ whole }) => whole));
}

it('pages that missed changes refetch one after the other, and none counts as complete before its turn', async () => {
  expect(await told()).toEqual([[true], [true], [true]]);
  bus.processes = 1_000_000;
  bus.listener?.onGap();
  await expect.poll(told).toEqual([[true, false], [true], [true]]);
  bus.listener?.onCovered();
  await expect.poll(told).toEqual([[true, false, true], [true], [true]]);
  // A page that connects now waits behind them.
  const late = listen(url, 'four').then(
    (page) => pages.push(page),
    () => 'gone',
  );
  expect(await told()).toEqual([[true, false, true], [true], [true]]);
  expect(await Promise.race([late, Promise.resolve('waits')])).toBe('waits');
});
