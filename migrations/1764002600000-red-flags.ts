import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a patient wrote that named danger signs, and said to be none, is kept with the visit for its doctor. */
export class RedFlags1764002600000 implements MigrationInterface {
  readonly name = 'RedFlags1764002600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE visit ADD COLUMN red_flags jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE visit DROP COLUMN red_flags');
  }
}
