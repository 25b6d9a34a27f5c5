/** The transactions that a statement saw: all below `xmax` that had ended, so all but the `running` ones, of which `xmin` is the first. */
export interface Snapshot {
  xmin: bigint;
  xmax: bigint;
  running: readonly string[];
  /** Since when their numbers mean the same, in milliseconds (`numbersSince`). */
  since: number;
}

/** Before the first statement. */
export const nothingSeen: Snapshot = { xmin: 0n, xmax: 0n, running: [], since: 0 };

/**
 * SQL for the time since which numbers of transactions mean the same: those that were lost in a crash or a failover are used again. It is the start
 * of the server, or for one that was promoted a minute after the last transaction that it received, since positions of before may be a little later.
 */
export const numbersSince = `greatest(pg_postmaster_start_time(), pg_last_xact_replay_timestamp() + interval '1 minute')`;

/** Reads the text of `pg_current_snapshot()`, for example `10:20:10,14,15`, and the milliseconds of `numbersSince`. */
export function parseSnapshot(text: string, since: number): Snapshot {
  const [xmin = '', xmax = '', running = ''] = text.split(':');
  return { xmin: BigInt(xmin), xmax: BigInt(xmax), running: running === '' ? [] : running.split(','), since };
}

/** Whether transactions that the earlier statement saw may be others in the later one: the database crashed, failed over or was restored. */
export function isOtherHistory(earlier: Snapshot, later: Snapshot): boolean {
  return later.since !== earlier.since || later.xmin < earlier.xmin || later.xmax < earlier.xmax;
}
