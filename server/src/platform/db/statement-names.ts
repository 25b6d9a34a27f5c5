import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Logger } from '../logging/logger.ts';

/**
 * Names of prepared statements must not be guessable: a statement that knows one could replace it on its connection, for later requests of other
 * hospitals. The app's role may not list them either (`migrate`).
 */
const prefix = `q${randomBytes(12).toString('hex')}_`;

const names = new Map<string, string>();

/** Returns one name per text. Texts are constant and never built from input, so there are few. */
export function statementName(sql: string): string {
  let name = names.get(sql);
  if (name === undefined) names.set(sql, (name = `${prefix}${names.size}`));
  return name;
}

/** SQL that tests whether the connection’s role may list the names. */
export const mayListNames = `has_function_privilege('pg_catalog.pg_prepared_statement()', 'EXECUTE')`;

/** Warns that statements are not prepared because names can be listed: planning each statement again slows every list down. */
export async function warnOfListedNames(source: DataSource, log: Logger): Promise<void> {
  const [row] = await source.query<{ listed: boolean }[]>(`SELECT ${mayListNames} AS listed`);
  if (row?.listed)
    log.warn(
      'statements are not prepared: as a superuser of this database run REVOKE EXECUTE ON FUNCTION pg_prepared_statement() FROM PUBLIC',
    );
}
