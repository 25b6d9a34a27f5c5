import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The app's role cannot date an audit entry before its transaction began. The program takes the time just before BEGIN, so only the clocks' difference
 * counts, however long a transaction or a later linking takes; signatures are refused from 30 seconds on. The owner, who restores entries, is exempt.
 */
export class AuditDates1764003540010 implements MigrationInterface {
  readonly name = 'AuditDates1764003540010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION refuse_backdated_entry() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF NOT pg_has_role(current_user, (SELECT c.relowner FROM pg_class c WHERE c.oid = TG_RELID), 'USAGE') THEN
          RAISE EXCEPTION 'an audit entry is dated before its transaction' USING ERRCODE = 'YZ001', CONSTRAINT = 'clock.unreliable';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER audit_event_is_dated BEFORE INSERT ON audit_event FOR EACH ROW
        WHEN (NEW.at < now() - interval '15 minutes') EXECUTE FUNCTION refuse_backdated_entry();
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
