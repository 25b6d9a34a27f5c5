import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** Tables whose rows belong to a hospital, each with what the app’s role may do to it. */
const tenantTables = {
  figure_pending: 'SELECT, INSERT, DELETE',
  figure_rollup: 'SELECT, INSERT, UPDATE, DELETE',
};

/** What was counted of the domain events, by hour, day and month; and the events that are not counted yet. */
export class FigureRollups1764002700000 implements MigrationInterface {
  readonly name = 'FigureRollups1764002700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- An event that corrects an earlier one of the same thing takes its place in the figures.
      ALTER TABLE domain_event ADD COLUMN corrects uuid;
      -- A thing’s events are counted together: a visit’s, an appointment’s.
      CREATE INDEX domain_event_subject ON domain_event (hospital_id, coalesce(visit_id, entity_id));

      -- Events that the rollups do not hold yet. Written by the trigger in the event’s own transaction, taken away in the one that
      -- counts it: so none is missed and none counts twice, whatever the order of commits.
      CREATE TABLE figure_pending (
        hospital_id uuid NOT NULL REFERENCES hospital,
        event_id uuid NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (hospital_id, event_id)
      );

      -- One row for a stretch of time of a hospital, a department or a doctor; the others’ ids are zero then. starts: of an
      -- hour the instant at which the hospital’s clock shows it; of a day or month its first day, as midnight of UTC.
      CREATE TABLE figure_rollup (
        hospital_id uuid NOT NULL REFERENCES hospital,
        practitioner_id uuid NOT NULL,
        department_id uuid NOT NULL,
        grain smallint NOT NULL CHECK (grain IN (0, 1, 2)),
        starts timestamptz NOT NULL,
        tally bytea NOT NULL,
        PRIMARY KEY (hospital_id, practitioner_id, department_id, grain, starts)
      ) WITH (fillfactor = 85);

      CREATE FUNCTION await_counting() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO figure_pending (hospital_id, event_id, at) VALUES (NEW.hospital_id, NEW.id, NEW.at);
        RETURN NULL;
      END $$;
    `);
    await enableTenancy(runner, tenantTables);
    await runner.query(`
      CREATE TRIGGER domain_event_awaits_counting AFTER INSERT ON domain_event
        FOR EACH ROW EXECUTE FUNCTION await_counting();
      -- Row-level security binds the owner too, so each hospital’s events are handed over in its own name.
      DO $$ DECLARE one uuid; BEGIN
        FOR one IN SELECT id FROM hospital LOOP
          PERFORM set_config('app.hospital_id', one::text, true);
          INSERT INTO figure_pending (hospital_id, event_id, at) SELECT hospital_id, id, at FROM domain_event WHERE hospital_id = one;
        END LOOP;
        PERFORM set_config('app.hospital_id', '', true);
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
