import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A session names the trusted device that it added or that opened it, so that ending the session also ends the trust. */
export class SessionTrustedDevice1764003332021 implements MigrationInterface {
  readonly name = 'SessionTrustedDevice1764003332021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE session ADD COLUMN trusted_device_id uuid;
      ALTER TABLE session ADD CONSTRAINT session_trusted_device_id_hospital_fkey FOREIGN KEY (hospital_id, trusted_device_id)
        REFERENCES trusted_device (hospital_id, id) ON DELETE SET NULL (trusted_device_id) NOT VALID;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
