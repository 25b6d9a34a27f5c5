import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers the activations of a hospital in the order in which they were stored, whatever the clocks of the processes said. */
export class KnowledgeActivationOrder1764003334420 implements MigrationInterface {
  readonly name = 'KnowledgeActivationOrder1764003334420';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Null in rows from before this migration, which are older than all others.
      ALTER TABLE knowledge_activation ADD COLUMN sequence int;

      -- The lock is the one that activations take anyway. The program of the release before numbers its rows through this too.
      CREATE FUNCTION number_activation() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtextextended('knowledge ' || NEW.hospital_id, 0));
        NEW.sequence := (SELECT coalesce(max(sequence), 0) + 1 FROM knowledge_activation WHERE hospital_id = NEW.hospital_id);
        RETURN NEW;
      END $$;
      CREATE TRIGGER knowledge_activation_is_numbered BEFORE INSERT ON knowledge_activation
        FOR EACH ROW EXECUTE FUNCTION number_activation();
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
