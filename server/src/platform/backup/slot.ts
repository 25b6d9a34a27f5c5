import type { Replication } from './replication.ts';

const prefix = 'yunzhen_wal_';

/** The replication slot that retains the log until it is archived. A copy of the files does not include it. */
export interface WalSlot {
  /** The unbroken log since the slot was created. */
  chain: string;
  name: string;
  restartLsn: string | null;
  /** More log was pending than the server may retain, so the log has a gap. */
  isLost: boolean;
}

export async function slotOfChain(replication: Replication): Promise<WalSlot | null> {
  const [row] = await replication.query<{ name: string; restart: string | null; status: string | null }>(
    `SELECT slot_name AS name, restart_lsn::text AS restart, wal_status AS status FROM pg_replication_slots
     WHERE slot_type = 'physical' AND NOT temporary AND slot_name LIKE '${prefix.replaceAll('_', '\\_')}%'
     ORDER BY slot_name LIMIT 1`,
  );
  if (!row) return null;
  const { name, restart: restartLsn, status } = row;
  return { chain: name.slice(prefix.length), name, restartLsn, isLost: status === 'lost' };
}

export async function makeSlot(replication: Replication, chain: string): Promise<void> {
  await replication.query(`CREATE_REPLICATION_SLOT ${prefix}${chain} PHYSICAL RESERVE_WAL`);
}

export async function dropSlot(replication: Replication, { name }: WalSlot): Promise<void> {
  await replication.query(`DROP_REPLICATION_SLOT ${name}`);
}
