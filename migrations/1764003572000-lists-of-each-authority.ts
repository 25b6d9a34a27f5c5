import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Once a hospital’s signing authority has been renewed, each of its authorities lists the revoked certificates that it issued. */
export class ListsOfEachAuthority1764003572000 implements MigrationInterface {
  readonly name = 'ListsOfEachAuthority1764003572000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE revocation_list ADD COLUMN authority_serial text');
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
