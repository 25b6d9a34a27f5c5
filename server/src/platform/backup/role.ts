import pg from 'pg';

const backupRole = 'yunzhen_backup';

/** Gives the login that backups are taken with its password: it may copy the files and the log, and read no table. Returns its address. */
export async function giveBackupRole(adminUrl: string, password: string): Promise<string> {
  await withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [backupRole]);
    const rights = `LOGIN REPLICATION NOSUPERUSER PASSWORD ${client.escapeLiteral(password)}`;
    await client.query(`${rowCount ? 'ALTER' : 'CREATE'} ROLE ${backupRole} ${rights}`);
  });
  return backupUrl(adminUrl, password);
}

/** The address of that login at the same server; what it copies is all databases, whichever it is connected to. */
export function backupUrl(address: string, password: string): string {
  const url = new URL(address);
  url.username = backupRole;
  url.password = encodeURIComponent(password);
  url.pathname = '/postgres';
  return url.href;
}

/** Where backups were switched off, no log is kept for them any more: it would fill the disk. */
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
