import pg from 'pg';

const backupRole = 'yunzhen_backup';

/** Sets the password of the backup login, which may copy files and log but read no table. Returns its address. */
export async function giveBackupRole(adminUrl: string, password: string): Promise<string> {
  await withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [backupRole]);
    const rights = `LOGIN REPLICATION NOSUPERUSER PASSWORD ${client.escapeLiteral(password)}`;
    await client.query(`${rowCount ? 'ALTER' : 'CREATE'} ROLE ${backupRole} ${rights}`);
  });
  return backupUrl(adminUrl, password);
}

/** Returns that login’s address at the same server; a copy includes all databases, whichever it connects to. */
export function backupUrl(address: string, password: string): string {
  const url = new URL(address);
  url.username = backupRole;
  url.password = encodeURIComponent(password);
  url.pathname = '/postgres';
  return url.href;
}

/** Drops the replication slot when backups are disabled, because retained log would fill the disk. */
export async function forgetArchive(adminUrl: string): Promise<void> {
  await withClient(adminUrl, (client) =>
    client.query(
      `SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots
       WHERE slot_name LIKE 'yunzhen\\_wal\\_%' AND NOT active`,
    ),
  );
}

async function withClient(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
