import { expect, it } from 'vitest';
import { checksumOf, knownMigrations, recordedAs } from './migrations.ts';

it('a migration’s checksum ignores comments, blank lines and indentation, and changes with a statement', () => {
  const first = checksumOf('// why\nrun(`\n  -- one\n  CREATE TABLE a (id int);\n`);\n');
  expect(checksumOf('run(`\r\n    CREATE TABLE a (id int);\n\n  -- two\n`);')).toBe(first);
  expect(checksumOf('run(`\n  CREATE TABLE a (id bigint);\n`);\n')).not.toBe(first);
});

it('every migration has a unique name, which is that of its class, and a checksum', async () => {
  const migrations = await knownMigrations();
  expect(migrations.filter(({ name, migration }) => migration.name !== name)).toEqual([]);
  expect(new Set(migrations.map(({ name }) => name)).size).toBe(migrations.length);
  expect(migrations.filter(({ checksum }) => !/^[0-9a-f]{64}$/.test(checksum))).toEqual([]);
});

it('a migration that was mended after its release is recorded under the checksum of before', async () => {
  const released = 'e3c4aeb311e03ffff298c6e3d09634537a84aa7e665c8f142ed0d9e372a4c3f8';
  const proofs = (await knownMigrations()).find(({ name }) => name === 'RequestProofs1764003304000');
  expect(proofs?.checksum).toBe(released);
  expect(recordedAs(released)).toBe(released);
});
