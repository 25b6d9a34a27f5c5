import { isDatabaseLost } from './db/database-errors.ts';

/**
 * Runs `work` for each id, `atOnce` of them at a time. One that fails does not stop the others; the failures are thrown at the end. An unreachable
 * database ends it at once, because every other one would wait for it as well; a lock or a slow query of one is a failure of that one.
 */
export async function runEach(
  ids: Iterable<string>,
  work: (id: string) => Promise<unknown>,
  atOnce = 1,
): Promise<void> {
  const failures: Error[] = [];
  const waiting = [...ids];
  const takeTurns = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      try {
        await work(id);
      } catch (error) {
        if (isDatabaseLost(error)) {
          waiting.length = 0;
          throw error;
        }
        failures.push(new Error(`failed for ${id}`, { cause: error }));
      }
    }
  };
  const turns = await Promise.allSettled(Array.from({ length: atOnce }, takeTurns));
  for (const turn of turns) if (turn.status === 'rejected') throw turn.reason;
  const [first, second] = failures;
  if (first && second) throw new AggregateError(failures, `failed for ${failures.length}`);
  if (first) throw first;
}

/** Runs named steps as `runEach`. */
export function runSteps(steps: Readonly<Record<string, () => Promise<unknown>>>): Promise<void> {
  return runEach(Object.keys(steps), async (name) => steps[name]?.());
}
