import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIRST_GUARDED } from '../../server/src/platform/db/declared-migration.ts';
import { isAtLeast, programVersion } from '../../server/src/platform/process/program-version.ts';
import { root } from './cruise.ts';
import { noConstraints, objectionsTo } from './migration-rules.ts';
import { readMigration } from './migration-statements.ts';

const FILE = /^(\d{13,14})-[a-z0-9]+(-[a-z0-9]+)*\.ts$/;

/** Returns the timestamps of migration files in listed order. */
function timestampsOf(files: readonly string[]): number[] {
  return files.map((file) => Number(FILE.exec(file)?.[1] ?? Number.NaN));
}

function risesStrictly(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? Number.NaN));
}

const files = readdirSync(join(root, 'migrations'))
  .filter((file) => file.endsWith('.ts'))
  .sort();

describe('migrations', () => {
  it('exist and are named {timestamp}-{name}.ts', () => {
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !FILE.test(file))).toEqual([]);
  });

  it('have strictly increasing timestamps', () => {
    expect(risesStrictly([1, 2, 2])).toBe(false);
    expect(risesStrictly(timestampsOf(['20261124150000-b.ts', '1732460400000-c.ts']))).toBe(false);
    expect(risesStrictly(timestampsOf(files))).toBe(true);
  });
});

/** A migration that runs these statements and declares these members. */
function migrationOf(sql: string, members = ''): ReturnType<typeof readMigration> {
  return readMigration(
    '1-example.ts',
    `export class Example { ${members} async up(runner) { await runner.query(\`${sql}\`); } }`,
  );
}

const outside = 'readonly transaction = false;';
const contract = `readonly contract = '0.1.0';`;

describe('the statements of a migration', () => {
  it.each<[objection: string, sql: string, members?: string]>([
    ['CREATE INDEX on visit without CONCURRENTLY', 'CREATE INDEX i ON visit (id)'],
    ['CREATE INDEX CONCURRENTLY needs `transaction = false`', 'CREATE INDEX CONCURRENTLY i ON visit (id)'],
    ['DROP INDEX without CONCURRENTLY', 'DROP INDEX i'],
    ['outside a transaction only', 'CREATE TABLE a (id int)', outside],
    ['ADD COLUMN visit.room NOT NULL without a default', 'ALTER TABLE visit ADD COLUMN room text NOT NULL'],
    ['another for each row', 'ALTER TABLE visit ADD COLUMN code uuid NOT NULL DEFAULT gen_random_uuid()'],
    ['visit.number rewrites', 'ALTER TABLE visit ADD COLUMN number bigserial'],
    ['visit.n rewrites', 'ALTER TABLE visit ADD COLUMN n int GENERATED ALWAYS AS (1) STORED'],
    ['builds an index under lock', 'ALTER TABLE visit ADD COLUMN code text UNIQUE'],
    ['checks every row under lock', `ALTER TABLE visit ADD COLUMN kind text DEFAULT 'a' CHECK (kind <> '')`],
    ['ALTER visit.id TYPE rewrites', 'ALTER TABLE visit ALTER COLUMN id TYPE text'],
    ['without NOT VALID', `ALTER TABLE visit ADD CONSTRAINT whole CHECK (room <> '')`],
    ['without NOT VALID', 'ALTER TABLE visit ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES account (id)'],
    ['builds an index under lock', 'ALTER TABLE visit ADD CONSTRAINT u UNIQUE (a)'],
    [
      'VALIDATE visit.c in a later migration',
      'ALTER TABLE visit ADD CONSTRAINT c CHECK (a > 0) NOT VALID; ALTER TABLE visit VALIDATE CONSTRAINT c',
    ],
    ['DROP COLUMN visit.room belongs into the contract half', 'ALTER TABLE visit DROP COLUMN room'],
    ['DROP TABLE visit belongs into the contract half', 'DROP TABLE visit'],
    ['RENAME to place belongs', 'ALTER TABLE visit RENAME COLUMN room TO place'],
    ['RENAME to stay belongs', 'ALTER TABLE visit RENAME TO stay'],
    ['SET NOT NULL on visit.room belongs', 'ALTER TABLE visit ALTER COLUMN room SET NOT NULL'],
    ['DROP DEFAULT of visit.room belongs', 'ALTER TABLE visit ALTER COLUMN room DROP DEFAULT'],
    ['TRUNCATE belongs', 'TRUNCATE visit'],
    ['DO hides', 'DO $$ BEGIN DROP TABLE visit; END $$'],
    ['can’t be read', 'ALTER TABLE ${table} ${change}'],
    ['contract names no release', 'DROP TABLE visit', `readonly contract = 'next';`],
  ])('are refused: %s', async (objection, sql, members) => {
    expect(await objectionsTo(migrationOf(sql, members))).toEqual([expect.stringContaining(objection)]);
  });

  it.each<[sql: string, members?: string]>([
    ['CREATE TABLE a (id int PRIMARY KEY, b text NOT NULL); CREATE INDEX i ON a (b); ALTER TABLE a ADD CHECK (id > 0)'],
    ['CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON visit (id)', outside],
    ['ALTER TABLE visit VALIDATE CONSTRAINT c', outside],
    [`ALTER TABLE visit ADD COLUMN room text NOT NULL DEFAULT '', ADD COLUMN at timestamptz NOT NULL DEFAULT now()`],
    ['ALTER TABLE visit ADD COLUMN account_id uuid REFERENCES account (id)'],
    ['ALTER TABLE visit ADD CONSTRAINT c CHECK (a > 0) NOT VALID'],
    ['ALTER TABLE visit ADD CONSTRAINT u UNIQUE USING INDEX i'],
    ['ALTER TABLE visit DROP COLUMN room; DROP TABLE old; ALTER TABLE a RENAME TO b', contract],
  ])('are taken: %s', async (sql, members) => {
    expect(await objectionsTo(migrationOf(sql, members))).toEqual([]);
  });

  it('are in the file itself: helpers from elsewhere are refused, apart from the one for row-level security', async () => {
    const read = (path: string) => readMigration('1-example.ts', `import { help } from '${path}';`);
    expect(await objectionsTo(read('./help.ts'))).toEqual([
      '1-example.ts: imports ./help.ts: its statements must be in the file',
    ]);
    expect(await objectionsTo(read('../server/src/platform/db/tenancy.ts'))).toEqual([]);
  });
});

describe('the migrations since the rules', () => {
  const guarded = files.filter((file) => Number(FILE.exec(file)?.[1]) >= FIRST_GUARDED);

  it('neither block nor break the programs of the release before, and validate what they add', async () => {
    const constraints = noConstraints();
    const objections: string[] = [];
    for (const file of guarded) {
      const migration = readMigration(file, readFileSync(join(root, 'migrations', file), 'utf8'));
      objections.push(...(await objectionsTo(migration, constraints)));
      if (migration.contract && !isAtLeast(programVersion, migration.contract))
        objections.push(
          `${file}: contract names ${migration.contract}, which is not released (this is ${programVersion})`,
        );
    }
    for (const name of constraints.added)
      if (!constraints.validated.includes(name)) objections.push(`no migration validates ${name}`);
    expect(objections).toEqual([]);
  });

  it('begin after those that are history', async () => {
    const history = files.filter((file) => !guarded.includes(file));
    expect(history).toContain('1764003314010-danger-answer-references.ts');
    const found = await Promise.all(
      history.map((file) => objectionsTo(readMigration(file, readFileSync(join(root, 'migrations', file), 'utf8')))),
    );
    // The rules are younger, and would have found something in them.
    expect(found.flat().length).toBeGreaterThan(20);
  });
});
