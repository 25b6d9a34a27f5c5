import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';

export interface Typists {
  readonly clients: number;
  /** Number of queries per person. */
  readonly questions: number;
  /** Milliseconds between letters; the next query waits for a late response. */
  readonly everyMs: number;
}

/**
 * Runs concurrent typists, evenly offset, with a query at every letter. Returns the milliseconds of each query from its due time, so that a process
 * too busy to send counts as slow.
 */
export async function typing(
  { clients, questions, everyMs }: Typists,
  ask: (client: number, question: number) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = [];
  const begun = performance.now();
  const one = async (client: number) => {
    let due = begun + (client * everyMs) / clients;
    for (let question = 0; question < questions; question++) {
      await wait(Math.max(0, due - performance.now()));
      // A timer may fire a fraction of a millisecond early.
      const asked = performance.now();
      await ask(client, question);
      const answered = performance.now();
      times.push(answered - Math.min(due, asked));
      due = Math.max(due + everyMs, answered);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => one(client)));
  return times;
}
