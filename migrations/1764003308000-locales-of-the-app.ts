import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contracts check a language against the list of the app: another language needs no migration. */
export class LocalesOfTheApp1764003308000 implements MigrationInterface {
  readonly name = 'LocalesOfTheApp1764003308000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE pharmacy_invitation DROP CONSTRAINT pharmacy_invitation_locale_check');
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
