import { expect } from 'vitest';
import { canonicalJson, type JsonValue } from '../../../server/src/platform/signing/canonical-json.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import type { ApiProcess } from '../../support/api-process.ts';
import type { Answer } from '../../support/client.ts';
import { Clinic } from '../../support/clinic.ts';
import type { WireStatement } from '../../support/postgres-wire.ts';

/** A command during which a walk kills the api at each of its steps, each time in a new hospital. */
export interface KilledCommand {
  readonly name: string;
  /** Does everything before the command. Returns the id of its subject and a function that sends it. */
  prepare(clinic: Clinic): Promise<{ id: string; send: (key: string) => Promise<Answer<unknown>> }>;
  /** Returns the state of the database: `none` without any trace of the command, `once` when it is complete, else the mismatch. */
  traces(id: string): Promise<string>;
}

/** A point of a kill: the number of the change, a short description of it, and whether the kill comes before or after. */
export interface Step {
  readonly number: number;
  readonly what: string;
  readonly when: 'before' | 'after';
}

const changes = (sql: string) => /^\s*(INSERT|UPDATE|DELETE|COMMIT|WITH)\b/i.test(sql);
const short = (sql: string) => sql.replace(/\s+/g, ' ').trim().slice(0, 60);
const claims = ({ sql, parameters }: WireStatement, key: string) =>
  sql.includes('INSERT INTO idempotency_key') && parameters.includes(key);

/** Follows the connection that runs the command with this key. Returns the number of each change; the claim of the key is the first. */
function follow(key: string): (statement: WireStatement) => number | null {
  let connection: number | null = null;
  let number = 0;
  return (statement) => {
    if (claims(statement, key)) connection = statement.connection;
    if (statement.connection !== connection || !changes(statement.sql)) return null;
    const current = number++;
    if (statement.sql === 'COMMIT') connection = null;
    return current;
  };
}

/** `KILLS=all npm test -- killed-commands` kills before every change, although those of one transaction are kept or lost together. */
const killsAll = process.env['KILLS'] === 'all';

/**
 * Runs the command once without a kill. Expects that it changes everything in one transaction, and returns the points at which the api may die: before
 * its first change, in the middle, before the commit and after it.
 */
export async function stepsOf(api: ApiProcess, command: KilledCommand): Promise<Step[]> {
  const { id, send } = await command.prepare(await Clinic.open(api));
  const key = `walk-${newId()}`;
  const numberOf = follow(key);
  const seen: string[] = [];
  /** Connections with an open transaction. */
  const begun = new Set<number>();
  let outside = 0;
  api.wire.watch((statement) => {
    const { sql, connection } = statement;
    if (/^\s*(BEGIN|START TRANSACTION)\b/i.test(sql)) begun.add(connection);
    if (numberOf(statement) !== null) {
      seen.push(short(sql));
      if (!begun.has(connection)) outside += 1;
    }
    if (/^\s*(COMMIT|ROLLBACK)(?!\s+TO\b)/i.test(sql)) begun.delete(connection);
  });
  expect((await send(key)).status).toBeLessThan(300);
  expect(await command.traces(id)).toBe('once');
  expect([seen.at(-1), outside]).toEqual(['COMMIT', 0]);
  const before = seen.map((what, number) => ({ number, what, when: 'before' as const }));
  const last = seen.length - 1;
  expect(last).toBeGreaterThan(6);
  const middle = Math.floor(last / 2);
  const chosen = before.filter(({ number }) => killsAll || [0, middle, last].includes(number));
  return [...chosen, { number: last, what: 'COMMIT', when: 'after' }];
}

/**
 * Kills the api at each of these steps; after the commit means before the response. Then the page's retry is sent.
 *
 * One process dies for all steps: the same command is held in as many hospitals, each at another step, and no hospital locks rows of another. The
 * process must have a database connection for each.
 */
export async function walk(api: ApiProcess, command: KilledCommand, steps: readonly Step[]): Promise<void> {
  const walks = await Promise.all(
    steps.map(async (step) => ({
      ...(await command.prepare(await Clinic.open(api))),
      step,
      key: `walk-${newId()}`,
      where: `${command.name}, killed ${step.when} change ${step.number} (${step.what})`,
    })),
  );
  const held = walks.map(({ step, key }) => {
    const numberOf = follow(key);
    return api.wire.halt({ when: step.when, at: (statement) => numberOf(statement) === step.number });
  });
  const lost = walks.map(({ send, key }) =>
    send(key).then(
      () => 'answered',
      () => 'no answer',
    ),
  );
  await Promise.all(held);
  await api.kill();
  for (const [index, { id, step, where }] of walks.entries()) {
    expect(await lost[index], where).toBe('no answer');
    expect(await command.traces(id), where).toBe(step.when === 'before' ? 'none' : 'once');
  }

  await api.startAgain();
  for (const { id, send, key, where } of walks) {
    const first = await send(key);
    expect(first.status, where).toBeLessThan(300);
    expect(same(await send(key)), where).toBe(same(first));
    expect(await command.traces(id), where).toBe('once');
  }
}

const same = ({ status, value }: Answer<unknown>) => canonicalJson({ status, value: value as JsonValue });
