import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Media nodes that an operator has taken out of service, and whether a node then moves its calls without being stopped. */
export class DrainedNodes1764003530000 implements MigrationInterface {
  readonly name = 'DrainedNodes1764003530000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE media_node ADD COLUMN drained_since timestamptz, ADD COLUMN moves_calls boolean NOT NULL DEFAULT false;
      GRANT SELECT (id, draining, drained_since, last_seen_at), UPDATE (drained_since) ON media_node TO yunzhen_operator;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
