import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A seal may be made anew under another key-encryption key, and then nothing else of the row changes. What guards signed rows lets that
 * alone through; whether the secret is still the same one shows against its hash.
 */
export class RewrapSecrets1764003000000 implements MigrationInterface {
  readonly name = 'RewrapSecrets1764003000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, trigger, guard] of [
      ['prescription', 'prescription_is_final', 'refuse_signed_prescription_change'],
      ['clinical_document', 'clinical_document_is_final', 'refuse_signed_document_change'],
    ]) {
      await runner.query(`
        DROP TRIGGER ${trigger} ON ${table};
        CREATE TRIGGER ${trigger} BEFORE UPDATE ON ${table} FOR EACH ROW
          WHEN (CASE
            WHEN OLD.secret_sealed = NEW.secret_sealed OR OLD.secret_sealed IS NULL OR NEW.secret_sealed IS NULL THEN true
            ELSE to_jsonb(OLD) - 'secret_sealed' <> to_jsonb(NEW) - 'secret_sealed' END)
          EXECUTE FUNCTION ${guard}();
        CREATE TRIGGER ${table}_is_not_deleted BEFORE DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION ${guard}();
      `);
    }
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
