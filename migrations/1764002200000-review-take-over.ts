import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who took a review from whom and why, for the colleague who finds it gone. The audit keeps every one of them; this is the last. */
export class ReviewTakeOver1764002200000 implements MigrationInterface {
  readonly name = 'ReviewTakeOver1764002200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE review
        ADD COLUMN taken_over_from uuid REFERENCES practitioner,
        ADD COLUMN taken_over_by uuid REFERENCES practitioner,
        ADD COLUMN taken_over_reason text,
        ADD COLUMN taken_over_at timestamptz,
        ADD CHECK (num_nulls(taken_over_from, taken_over_by, taken_over_reason, taken_over_at) IN (0, 4))
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE review
        DROP COLUMN taken_over_from, DROP COLUMN taken_over_by, DROP COLUMN taken_over_reason, DROP COLUMN taken_over_at
    `);
  }
}
