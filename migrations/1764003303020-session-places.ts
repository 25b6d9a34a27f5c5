import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person knows a session of theirs by: the browser that it was opened in, and the network that it was last used from. */
export class SessionPlaces1764003303020 implements MigrationInterface {
  readonly name = 'SessionPlaces1764003303020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE session ADD COLUMN user_agent text CHECK (length(user_agent) <= 300);
      ALTER TABLE session ADD COLUMN place text CHECK (length(place) <= 60);
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
