import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the sessions of a call's participants that have ended: each heartbeat of a media node asks for them. */
export class EndedSessions1764003303000 implements MigrationInterface {
  readonly name = 'EndedSessions1764003303000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX session_ended ON session (account_id, ended_at) WHERE ended_at IS NOT NULL');
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
