/** The transactions that a statement saw: all below `xmax` that had ended, so all but the `running` ones, of which `xmin` is the first. */
interface Snapshot {
  xmin: bigint;
  xmax: bigint;
  running: readonly string[];
}

/** Before the first statement. */
export const nothingSeen: Snapshot = { xmin: 0n, xmax: 0n, running: [] };

/** Reads the text of `pg_current_snapshot()`, for example `10:20:10,14,15`. */
export function parseSnapshot(text: string): Snapshot {
  const [xmin = '', xmax = '', running = ''] = text.split(':');
  return { xmin: BigInt(xmin), xmax: BigInt(xmax), running: running === '' ? [] : running.split(',') };
}

/** Whether transactions that the earlier statement saw are unknown to the later one: the database was restored. */
export function wentBack(earlier: Snapshot, later: Snapshot): boolean {
  return later.xmin < earlier.xmin || later.xmax < earlier.xmax;
}
