import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rollups by week, too: a year by week, or a month that begins in the middle of two, is a few rows instead of one for each day. */
export class FigureWeeks1764003204010 implements MigrationInterface {
  readonly name = 'FigureWeeks1764003204010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE figure_rollup DROP CONSTRAINT figure_rollup_grain_check, ADD CONSTRAINT figure_rollup_grain_check CHECK (grain IN (0, 1, 2, 3));
      -- A week begins on Monday. Its days’ tallies one after the other are a tally, too; it becomes one when something is added.
      -- Row-level security binds the owner too, so each hospital’s rows are made in its own name.
      DO $$ DECLARE one uuid; BEGIN
        FOR one IN SELECT id FROM hospital LOOP
          PERFORM set_config('app.hospital_id', one::text, true);
          INSERT INTO figure_rollup (hospital_id, practitioner_id, department_id, grain, starts, tally)
          SELECT hospital_id, practitioner_id, department_id, 3, date_trunc('week', starts, 'UTC'), string_agg(tally, '' ORDER BY starts)
          FROM figure_rollup WHERE hospital_id = one AND grain = 1 GROUP BY 1, 2, 3, 5;
        END LOOP;
        PERFORM set_config('app.hospital_id', '', true);
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
