import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';

export interface Typists {
  readonly clients: number;
  /** How many times each of them asks. */
  readonly questions: number;
  /** From letter to letter; who has no answer yet by then waits for it. */
  readonly everyMs: number;
}

/**
 * People who type at once, each asking at every letter, begun evenly spread. Returns the milliseconds of each question, counted
 * from the moment when it was due, so that a process too busy to ask is slow and not silent.
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
      // A timer may ring a fraction of a millisecond early.
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
