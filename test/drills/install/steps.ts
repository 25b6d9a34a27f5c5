/** Steps of a drill with their durations. */
export class Steps {
  readonly table: { step: string; seconds: string }[] = [];

  /** Runs a step, prints how long it took and records it for the table. */
  readonly run = async <Value>(step: string, work: () => Promise<Value> | Value): Promise<Value> => {
    const begun = performance.now();
    const value = await work();
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    this.table.push({ step, seconds });
    process.stdout.write(`${seconds.padStart(6)} s  ${step}\n`);
    return value;
  };
}
