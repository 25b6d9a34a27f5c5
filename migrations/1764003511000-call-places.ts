import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where media nodes are, and which places a hospital prefers for its calls, in this order. */
export class CallPlaces1764003511000 implements MigrationInterface {
  readonly name = 'CallPlaces1764003511000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE media_node ADD COLUMN place text;
      ALTER TABLE hospital ADD COLUMN call_places text[] NOT NULL DEFAULT '{}';
      GRANT UPDATE (call_places) ON hospital TO yunzhen_operator;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
