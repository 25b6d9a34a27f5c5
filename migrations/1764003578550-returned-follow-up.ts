import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a doctor did about a prescription that a pharmacist returned: another prescription replaces it, or none is needed, with the reason. Set once.
 * Null where nothing was done yet, and for every other prescription.
 */
export class ReturnedFollowUp1764003578550 implements MigrationInterface {
  readonly name = 'ReturnedFollowUp1764003578550';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE prescription ADD COLUMN follow_up jsonb;

      CREATE FUNCTION refuse_follow_up_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        RAISE EXCEPTION 'a follow-up belongs to a returned prescription and never changes' USING ERRCODE = 'integrity_constraint_violation';
      END $$;
      CREATE TRIGGER prescription_follow_up_is_final BEFORE UPDATE ON prescription FOR EACH ROW
        WHEN (NEW.follow_up IS DISTINCT FROM OLD.follow_up AND (OLD.follow_up IS NOT NULL OR NEW.status <> 'rejected'))
        EXECUTE FUNCTION refuse_follow_up_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
