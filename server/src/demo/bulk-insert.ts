import type { Client } from 'pg';

/** Rows by column name; all rows of a table have the same columns. */
export type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

const rowsAtOnce = 2000;

/** Inserts many rows with few statements, in the given order of tables. Omitted columns get their defaults. */
export async function insertRows(db: Client, tables: Rows): Promise<void> {
  for (const [table, rows] of Object.entries(tables)) {
    const columns = Object.keys(rows[0] ?? {}).join(', ');
    for (let start = 0; start < rows.length; start += rowsAtOnce) {
      await db.query(
        `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1)`,
        [JSON.stringify(rows.slice(start, start + rowsAtOnce))],
      );
    }
  }
}
