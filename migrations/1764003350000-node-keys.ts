import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notes whether a media node authenticates with a key of its own, with which the api then answers. */
export class NodeKeys1764003350000 implements MigrationInterface {
  readonly name = 'NodeKeys1764003350000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE media_node ADD COLUMN own_key boolean NOT NULL DEFAULT false`);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
