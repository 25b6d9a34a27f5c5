import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Logger } from '../logging/logger.ts';

/**
 * Names of prepared statements cannot be guessed: anyone who knows one may replace it on its connection, for the requests of other
 * hospitals that follow there. The app's role may not list them either (`migrate`).
 */
const prefix = `q${randomBytes(12).toString('hex')}_`;

const names = new Map<string, string>();

/** One name for each text. Texts are the program’s own and never made of what people send, so that their number is small. */
export function statementName(sql: string): string {
  let name = names.get(sql);
  if (name === undefined) names.set(sql, (name = `${prefix}${names.size}`));
  return name;
}

/** Of the connection that asks: whether its role may list the names. */
export const mayListNames = `has_function_privilege('pg_catalog.pg_prepared_statement()', 'EXECUTE')`;

/** Says so when nothing is prepared because names can be listed: planning each statement again makes every list slower. */
export async function warnOfListedNames(source: DataSource, log: Logger): Promise<void> {
  const [row] = await source.query<{ listed: boolean }[]>(`SELECT ${mayListNames} AS listed`);
  if (row?.listed)
    log.warn(
      'statements are not prepared: as a superuser of this database run REVOKE EXECUTE ON FUNCTION pg_prepared_statement() FROM PUBLIC',
    );
}
