import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { MAX_UNREAD, readInThread, type ListThreadData } from './list-reading.ts';

/** A reader with a remark on each row. */
const reader = `export const listReader = {
  columns: { required: ['key'], optional: [] },
  maxRows: 100_000,
  read: ({ key }) => ({ key, entry: null, reservations: [{ column: 'key', text: { en: 'no', zh: '否' } }] }),
};`;
const readerUrl = `data:text/javascript,${encodeURIComponent(reader)}`;
const bytes = Buffer.from(['key', ...Array.from({ length: 10_000 }, (_, at) => `${at}`)].join('\n'));

it('the thread that reads a list waits while its messages are not used, so that they do not fill the memory of the api', async () => {
  const unread = new Int32Array(new SharedArrayBuffer(4));
  const workerData: ListThreadData = { bytes, readerUrl, unread };
  const worker = new Worker(new URL('./list-thread.ts', import.meta.url), { workerData });
  // It returns how many threads wait.
  await expect.poll(() => Atomics.notify(unread, 0), { timeout: 20_000 }).toBe(1);
  expect(Atomics.load(unread, 0)).toBe(MAX_UNREAD);
  await worker.terminate();
});

it('a list that is read in a thread is read to its end', async () => {
  let remarks = 0;
  for await (const message of readInThread({ bytes, readerUrl })) {
    remarks += message.remarks.length;
    if (message.kind === 'done') expect(message.result).toMatchObject({ accepted: 10_000, failure: null });
  }
  expect(remarks).toBe(10_000);
});

it('a list that needs more memory than its thread has is rejected as too large, and not read again and again', async () => {
  const hungry = `export const listReader = {
    columns: { required: ['key'], optional: [] },
    maxRows: 100_000,
    *records() { for (const all = []; ; ) all.push(Array.from({ length: 10_000 }, (_, at) => at)); },
  };`;
  const messages = readInThread({ bytes, readerUrl: `data:text/javascript,${encodeURIComponent(hungry)}` }, 48);
  expect((await messages.next()).value).toMatchObject({
    kind: 'done',
    result: { failure: { en: expect.stringContaining('too large') } },
  });
  expect(await messages.next()).toMatchObject({ done: true });
});
