import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a pharmacist approved although a question to the doctor was unanswered; null in all other reviews. */
export class ReviewQuestionReason1764003331400 implements MigrationInterface {
  readonly name = 'ReviewQuestionReason1764003331400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE review ADD COLUMN question_reason text');
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
