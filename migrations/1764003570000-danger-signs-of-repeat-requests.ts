import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A repeat request names the danger signs that the patient declared to be no emergency, as a visit does. Older ones name none. */
export class DangerSignsOfRepeatRequests1764003570000 implements MigrationInterface {
  readonly name = 'DangerSignsOfRepeatRequests1764003570000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE repeat_request ADD COLUMN red_flags jsonb NOT NULL DEFAULT '[]';
      CREATE TRIGGER red_flags_of_request_are_final BEFORE UPDATE OF red_flags ON repeat_request
        FOR EACH ROW WHEN (NEW.red_flags IS DISTINCT FROM OLD.red_flags)
        EXECUTE FUNCTION refuse_given_intake_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
