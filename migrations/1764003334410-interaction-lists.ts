import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets hospitals upload a base of interactions as one of their lists. */
export class InteractionLists1764003334410 implements MigrationInterface {
  readonly name = 'InteractionLists1764003334410';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE hospital_list DROP CONSTRAINT hospital_list_kind_check;
      ALTER TABLE hospital_list ADD CONSTRAINT hospital_list_kind_check
        CHECK (kind IN ('diagnoses', 'medicines', 'interactions')) NOT VALID;
      ALTER TABLE hospital_list_activation DROP CONSTRAINT hospital_list_activation_kind_check;
      ALTER TABLE hospital_list_activation ADD CONSTRAINT hospital_list_activation_kind_check
        CHECK (kind IN ('diagnoses', 'medicines', 'interactions')) NOT VALID;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
