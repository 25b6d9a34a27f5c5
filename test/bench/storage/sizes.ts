import type { Pool } from 'pg';

/** Bytes and rows of each table with its indexes. */
export type Sizes = ReadonlyMap<string, { readonly bytes: number; readonly rows: number }>;

/** Columns with the bytes of a file, which may be in an object store instead. */
const fileColumns = {
  chart_document: 'content',
  chat_attachment: 'content',
  clinical_document_file: 'bytes',
  intake_picture: 'content',
  prescription_document: 'bytes',
} as const;

/** Measures after a VACUUM, as the server has it after a night: rows that were deleted leave room for new ones, or none at the end of a table. */
export async function sizesOf(db: Pool): Promise<Sizes> {
  const client = await db.connect();
  try {
    await client.query('VACUUM ANALYZE');
    const { rows } = await client.query<{ name: string; bytes: number }>(
      `SELECT c.relname AS name, pg_total_relation_size(c.oid)::float8 AS bytes FROM pg_class c
       WHERE c.relkind = 'r' AND c.relnamespace IN ('public'::regnamespace, 'wall'::regnamespace)`,
    );
    const sizes = new Map<string, { bytes: number; rows: number }>();
    for (const { name, bytes } of rows) {
      const counted = await client
        .query<{ rows: number }>(`SELECT count(*)::int AS rows FROM ${name}`)
        .catch(() => null);
      sizes.set(name, { bytes, rows: counted?.rows[0]?.rows ?? 0 });
    }
    return sizes;
  } finally {
    client.release();
  }
}

/** Returns the bytes of all files in the tables. */
export async function fileBytes(db: Pool): Promise<number> {
  const sums = Object.entries(fileColumns).map(
    ([table, column]) => `(SELECT coalesce(sum(octet_length(${column})), 0) FROM ${table})`,
  );
  const { rows } = await db.query<{ bytes: number }>(`SELECT (${sums.join(' + ')})::float8 AS bytes`);
  return rows[0]?.bytes ?? 0;
}
