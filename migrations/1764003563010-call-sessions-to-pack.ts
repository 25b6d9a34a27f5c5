import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the call sessions whose samples are to be packed. */
export class CallSessionsToPack1764003563010 implements MigrationInterface {
  readonly name = 'CallSessionsToPack1764003563010';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX CONCURRENTLY IF NOT EXISTS call_session_to_pack ON call_session (hospital_id, closed_at) WHERE quality_packed_at IS NULL',
    );
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
