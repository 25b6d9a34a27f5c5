import { readdir } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { jobsSchema, migrate } from '../../../server/src/platform/db/migrate.ts';
import { knownMigrations } from '../../../server/src/platform/db/migrations.ts';
import { DemoDay } from '../../fixtures/demo-day.ts';
import { createTestDatabase } from '../../support/database.ts';
import { dumpTables, readInstallation, restoreInstallation } from '../../support/installation.ts';
import { acceptPastEntries } from '../../support/past-clock.ts';
import { startApiOver, type TestApi } from '../../support/test-api.ts';
import { accessOf } from '../../support/request-key.ts';

const fixtures = new URL('../../fixtures/', import.meta.url);
const names = (await readdir(fixtures)).filter((name) => name.endsWith('.br'));
const opened: TestApi[] = [];
afterAll(async () => {
  for (const api of opened) await api.close();
});

describe.each(names)('the installation recorded in %s', (name) => {
  it('upgrades without losing a row, and everything signed verifies with the original result', async () => {
    const installation = await readInstallation(new URL(name, fixtures));
    const database = await createTestDatabase('template1');
    await restoreInstallation(database.adminUrl, installation);
    const ran = await migrate(database.adminUrl, accessOf(database.appUrl));
    expect(ran).toBe((await knownMigrations()).length - installation.migrations.length);

    const counts = new Map(
      (await dumpTables(database.adminUrl)).map(({ name: table, lines }) => [table, lines.length]),
    );
    for (const { name: table, lines } of installation.tables)
      expect([table, counts.get(table)]).toEqual([table, lines.length]);

    const { keyEncryptionKey, madeAt, recordings } = installation;
    // As if another process had just checked the schedules: no job of this minute finds the clock before it is set back, or changes what is asked.
    await database.admin.query(`UPDATE ${jobsSchema}.version SET cron_on = now()`);
    const api = await startApiOver(database, { DEMO_MODE: 'true', KEY_ENCRYPTION_KEY: keyEncryptionKey });
    await database.admin.query(`DELETE FROM ${jobsSchema}.schedule`);
    opened.push(api);
    await acceptPastEntries(database);
    api.clock.advance(new Date(madeAt).getTime() - Date.now());
    const people = await DemoDay.begin(api);
    for (const { answer, check, ...request } of recordings) {
      const now = await people.ask(request);
      // Later versions may add fields but not change existing ones.
      expect({ path: request.path, ...now }).toMatchObject({ path: request.path, answer, check });
    }
    const outcomes = JSON.stringify(recordings.map(({ answer, check }) => [answer, check]));
    for (const state of ['genuine', 'used', 'partly-used', 'pending', 'rejected', 'cancelled'])
      expect(outcomes).toContain(`"outcome":"${state}"`);
    expect(outcomes).not.toContain('"invalid"');
    expect(outcomes).not.toContain('"altered"');
  }, 240_000);
});
