import type { EntitySchema, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import type { Tx } from './transaction.ts';

/** Inserts the row unless a unique index already has it. Returns whether it did; of two concurrent calls, one succeeds. */
export async function insertUnlessThere<Row extends ObjectLiteral>(
  tx: Tx,
  table: EntitySchema<Row>,
  row: QueryDeepPartialEntity<Row>,
): Promise<boolean> {
  const key = Object.entries(table.options.columns).find(([, column]) => column?.primary);
  const insert = tx.manager.createQueryBuilder().insert().into(table).values(row).orIgnore();
  const { raw } = await insert.returning(key ? [key[0]] : []).execute();
  return (raw as unknown[]).length > 0;
}
