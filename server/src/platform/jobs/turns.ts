/** Runs at most so many tasks at a time, in order of arrival; a failure does not affect the others. */
export function turns(atOnce: number): <Value>(work: () => Promise<Value>) => Promise<Value> {
  const waiting: (() => void)[] = [];
  let free = atOnce;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((begin) => waiting.push(begin));
    try {
      return await work();
    } finally {
      // The place goes to the first task that waits.
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
