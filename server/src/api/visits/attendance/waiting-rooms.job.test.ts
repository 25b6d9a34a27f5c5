import { expect, it } from 'vitest';
import type { Transactions } from '../../../platform/db/transaction.ts';
import { runEach } from '../../../platform/run-each.ts';
import { setWaiting, waitingInstruments } from './waiting-metrics.ts';
import { waitingRoomsJob } from './waiting-rooms.job.ts';
import type { WaitingRoomsService } from './waiting-rooms.service.ts';

/** Runs the job for two hospitals; these steps fail. */
async function run(...failing: string[]): Promise<unknown> {
  const step = (name: string) => (failing.includes(name) ? Promise.reject(new Error(name)) : Promise.resolve());
  const transactions = {
    eachWithWork: (_job, work) => runEach(['a', 'b'], work),
  } as Pick<Transactions, 'eachWithWork'> as Transactions;
  const rooms = {
    tend: (hospital) => step(`tend ${hospital}`),
    figures: () => step('figures').then(() => ({ patients: 5, longestSeconds: 30 })),
  } as Pick<WaitingRoomsService, 'tend' | 'figures'> as WaitingRoomsService;
  return waitingRoomsJob(transactions, rooms)
    .run({}, 'x')
    .catch((error: unknown) => error);
}

const exported = async () =>
  (await Promise.all(waitingInstruments.map((instrument) => instrument.get()))).map(({ values }) => values[0]?.value);

it('the figures of waiting patients are exported also where something else failed', async () => {
  expect(await run()).toBeUndefined();
  expect(await exported()).toEqual([5, 30]);
  setWaiting({ patients: 9, longestSeconds: 9 });
  await run('tend a', 'tend b');
  expect(await exported()).toEqual([5, 30]);
});

it('figures that cannot be counted are not exported, and both failures are reported', async () => {
  setWaiting({ patients: 9, longestSeconds: 9 });
  expect(await run('tend a', 'figures')).toMatchObject({
    errors: [
      { message: 'failed for waiting rooms', cause: { message: 'failed for a', cause: { message: 'tend a' } } },
      { message: 'failed for figures', cause: { message: 'figures' } },
    ],
  });
  expect(await exported()).toEqual([9, 9]);
});
