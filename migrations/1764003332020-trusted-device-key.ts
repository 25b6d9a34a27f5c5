import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The key by which a session refers to a trusted device of its own hospital. */
export class TrustedDeviceKey1764003332020 implements MigrationInterface {
  readonly name = 'TrustedDeviceKey1764003332020';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS trusted_device_hospital_id_id_key ON trusted_device (hospital_id, id)',
    );
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
