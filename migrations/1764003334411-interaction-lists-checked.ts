import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Checks the lists that existed before `interaction-lists`, without a lock that stops writers. */
export class InteractionListsChecked1764003334411 implements MigrationInterface {
  readonly name = 'InteractionListsChecked1764003334411';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE hospital_list VALIDATE CONSTRAINT hospital_list_kind_check');
    await runner.query('ALTER TABLE hospital_list_activation VALIDATE CONSTRAINT hospital_list_activation_kind_check');
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
