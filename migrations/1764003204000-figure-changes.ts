import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** How often the figures of a day were changed: whoever kept an answer tells from it whether the answer still holds. */
export class FigureChanges1764003204000 implements MigrationInterface {
  readonly name = 'FigureChanges1764003204000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Days by the hospital’s calendar. A number only ever grows, so that the sum of a range is another after each change in it.
      CREATE TABLE figure_change (
        hospital_id uuid NOT NULL REFERENCES hospital,
        day date NOT NULL,
        changes bigint NOT NULL,
        PRIMARY KEY (hospital_id, day)
      ) WITH (fillfactor = 70);
    `);
    await enableTenancy(runner, { figure_change: 'SELECT, INSERT, UPDATE' });
    await runner.query(`
      -- Whoever writes rollups, it is noted in the same transaction. Hours suffice beside days: what moves within a day leaves the
      -- day’s row as it is. Longer stretches change only with days.
      CREATE FUNCTION note_figure_changes() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO figure_change AS known (hospital_id, day, changes)
        SELECT c.hospital_id, (c.starts AT TIME ZONE CASE WHEN c.grain = 0 THEN h.time_zone ELSE 'UTC' END)::date AS day, 1
        FROM changed c JOIN hospital h ON h.id = c.hospital_id WHERE c.grain < 2 GROUP BY 1, 2 ORDER BY 1, 2
        ON CONFLICT (hospital_id, day) DO UPDATE SET changes = known.changes + 1;
        RETURN NULL;
      END $$;
      CREATE TRIGGER figure_rollup_inserted AFTER INSERT ON figure_rollup
        REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_figure_changes();
      CREATE TRIGGER figure_rollup_updated AFTER UPDATE ON figure_rollup
        REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_figure_changes();
      CREATE TRIGGER figure_rollup_deleted AFTER DELETE ON figure_rollup
        REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_figure_changes();
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
