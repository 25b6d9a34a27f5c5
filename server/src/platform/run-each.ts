import { isDatabaseLost } from './db/database-errors.ts';

/**
 * Runs `work` for each id, one after the other. One that fails does not stop the others; the failures are thrown at the end. An unreachable database
 * ends it at once, because every other one would wait for it as well; a lock or a slow query of one is a failure of that one.
 */
export async function runEach(ids: Iterable<string>, work: (id: string) => Promise<unknown>): Promise<void> {
  const failures: Error[] = [];
  for (const id of ids) {
    try {
      await work(id);
    } catch (error) {
      if (isDatabaseLost(error)) throw error;
      failures.push(new Error(`failed for ${id}`, { cause: error }));
    }
  }
  const [first, second] = failures;
  if (first && second) throw new AggregateError(failures, `failed for ${failures.length}`);
  if (first) throw first;
}

/** Runs named steps as `runEach`. */
export function runSteps(steps: Readonly<Record<string, () => Promise<unknown>>>): Promise<void> {
  return runEach(Object.keys(steps), async (name) => steps[name]?.());
}
