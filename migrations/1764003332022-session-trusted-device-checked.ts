import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Checks the sessions that existed before `session-trusted-device`, and finds those of a device whose trust ends, without a lock that stops writers. */
export class SessionTrustedDeviceChecked1764003332022 implements MigrationInterface {
  readonly name = 'SessionTrustedDeviceChecked1764003332022';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session VALIDATE CONSTRAINT session_trusted_device_id_hospital_fkey');
    await runner.query(`
      CREATE INDEX CONCURRENTLY IF NOT EXISTS session_trusted_device ON session (trusted_device_id)
        WHERE trusted_device_id IS NOT NULL
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
