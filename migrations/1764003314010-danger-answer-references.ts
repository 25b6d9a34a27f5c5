import type { MigrationInterface, QueryRunner } from 'typeorm';

/** No answer about danger signs can point at a row of another hospital. */
export class DangerAnswerReferences1764003314010 implements MigrationInterface {
  readonly name = 'DangerAnswerReferences1764003314010';

  async up(runner: QueryRunner): Promise<void> {
    for (const parent of ['patient', 'visit', 'prescription', 'account']) {
      await runner.query(`
        ALTER TABLE danger_answer DROP CONSTRAINT danger_answer_${parent}_id_fkey,
          ADD CONSTRAINT danger_answer_${parent}_id_hospital_fkey
            FOREIGN KEY (hospital_id, ${parent}_id) REFERENCES ${parent} (hospital_id, id);
      `);
    }
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
