import { expect, it } from 'vitest';
import type { Transactions } from '../../../platform/db/transaction.ts';
import { setWaiting, waitingInstruments, type WaitingFigures } from './waiting-metrics.ts';
import { waitingRoomsJob } from './waiting-rooms.job.ts';
import type { WaitingRoomsService } from './waiting-rooms.service.ts';

const figuresOf = (hospital: string): WaitingFigures =>
  hospital === 'a' ? { patients: 2, longestSeconds: 30 } : { patients: 3, longestSeconds: 20 };

/** Runs the job for two hospitals; these steps fail. */
async function run(...failing: string[]): Promise<unknown> {
  const step = (name: string) => (failing.includes(name) ? Promise.reject(new Error(name)) : Promise.resolve());
  const transactions = { hospitals: () => Promise.resolve(['a', 'b']) } as Transactions;
  const rooms = {
    tend: (hospital) => step(`tend ${hospital}`),
    figures: (hospital) => step(`figures ${hospital}`).then(() => figuresOf(hospital)),
  } as Pick<WaitingRoomsService, 'tend' | 'figures'> as WaitingRoomsService;
  return waitingRoomsJob(transactions, rooms)
    .run({}, 'x')
    .catch((error: unknown) => error);
}

const exported = async () =>
  (await Promise.all(waitingInstruments.map((instrument) => instrument.get()))).map(({ values }) => values[0]?.value);

it('the figures of waiting patients are exported when every hospital is counted, also where something else failed', async () => {
  expect(await run()).toBeUndefined();
  expect(await exported()).toEqual([5, 30]);
  setWaiting({ patients: 9, longestSeconds: 9 });
  await run('tend a', 'tend b');
  expect(await exported()).toEqual([5, 30]);
});

it('figures that lack a hospital are not exported, and both of its failures are reported', async () => {
  setWaiting({ patients: 9, longestSeconds: 9 });
  expect(await run('tend a', 'figures a')).toMatchObject({
    message: 'failed for a',
    cause: {
      errors: [
        { message: 'failed for waiting rooms', cause: { message: 'tend a' } },
        { message: 'failed for figures', cause: { message: 'figures a' } },
      ],
    },
  });
  expect(await exported()).toEqual([9, 9]);
});
