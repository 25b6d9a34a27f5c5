import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { serveHealth } from './health.ts';

const never = () => new Promise<never>(() => undefined);
const servers: FastifyInstance[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

/** Serves the health of an api without anything else. */
function health(parts: { isReliable?: boolean; otherHasTime?: boolean; answers?: boolean }) {
  const { isReliable = true, otherHasTime = false, answers = true } = parts;
  const answer = <Result>(result: Result) => (answers ? () => Promise.resolve(result) : never);
  const server = Fastify();
  servers.push(server);
  const { drain } = serveHealth(server, {
    settings: { DATA_DIR: '.', DISK_FREE_MB: 0, BACKUPS: 'off' },
    source: { query: answer([{}]) },
    jobs: { idleSeconds: answer(0) },
    hub: { isBeating: true, otherHasTime, busHealth: {} },
    clockWatch: { isReliable },
    calls: { mediaNodeReady: answer(true) },
    files: { bucket: null, isReachable: answer(true), owner: answer('none') },
    answerWithin: answers ? 60_000 : 20,
  } as never);
  return { drain, get: async (url: string) => (await server.inject(url)).json() };
}

it('readiness answers within its limit when every part hangs', async () => {
  const { get } = health({ answers: false });
  expect(await get('/readyz')).toMatchObject({
    status: 'not ready',
    parts: { serving: true, database: false, migrations: false, jobs: false },
    calls: 'unavailable',
  });
});

describe('for proxies an api', () => {
  it.each([
    ['with a right clock gets requests', { isReliable: true, otherHasTime: true }, { serving: true }],
    [
      'with a wrong clock beside a right one gets none',
      { isReliable: false, otherHasTime: true },
      { serving: false, reason: 'clock' },
    ],
    [
      'with a wrong clock and no right one beside it gets requests',
      { isReliable: false, otherHasTime: false },
      { serving: true },
    ],
  ])('%s', async (_what, parts, expected) => {
    const { get, drain } = health(parts);
    expect(await get('/readyz/serving')).toEqual(expected);
    drain();
    expect(await get('/readyz/serving')).toEqual({ serving: false, reason: 'stopping' });
  });
});
