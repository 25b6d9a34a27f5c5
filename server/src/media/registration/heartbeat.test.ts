import { pino } from 'pino';
import { expect, it } from 'vitest';
import { Heartbeat, type DrainAnswer } from './heartbeat.ts';
import { ApiRefusedError, type InternalApi } from './internal-api.ts';

/** Beats with these answers: a status that the api refuses with, null for silence, or 200. Returns after which beats the node was a duplicate. */
async function duplicateAfter(...answers: (number | null)[]): Promise<number[]> {
  return (await beatsWith(answers)).noticed;
}

async function beatsWith(answers: readonly (number | null)[]) {
  const noticed: number[] = [];
  const drains: (DrainAnswer | null)[] = [];
  let beats = 0;
  const heartbeat = new Heartbeat({
    api: {
      sendHeartbeat: () => {
        const status = answers[beats++];
        if (status === 200) return Promise.resolve({ orders: [], drain: true });
        return Promise.reject(status ? new ApiRefusedError(status) : new TypeError('fetch failed'));
      },
    } as unknown as InternalApi,
    intervalMs: 1,
    log: pino({ level: 'silent' }),
    describe: () => Promise.resolve({} as never),
    onOrders: () => undefined,
    onDrain: (answer) => void drains.push(answer),
    onReachable: () => undefined,
    onDuplicate: () => void noticed.push(beats),
  });
  for (const _ of answers) await heartbeat.beat();
  return { noticed, drains };
}

it('a node is a duplicate after six refusals, with nothing accepted in between', async () => {
  expect(await duplicateAfter(409, 409, 409, 409, 409, 409, 409)).toEqual([6]);
  expect(await duplicateAfter(409, 409, 409, 409, 409, 200, 409, 409)).toEqual([]);
  expect(await duplicateAfter(409, 409, null, 409, 409, 503, 409, 409)).toEqual([8]);
  expect(await duplicateAfter(503, 503, 503, 503, 503, 503, 401)).toEqual([]);
});

it('a heartbeat that the api does not accept withdraws what the api said of draining, until the next answer', async () => {
  const drained = { drain: true, elsewhere: true };
  expect((await beatsWith([200, null, 200, 503, 409, 200])).drains).toEqual([
    drained,
    null,
    drained,
    null,
    null,
    drained,
  ]);
});
