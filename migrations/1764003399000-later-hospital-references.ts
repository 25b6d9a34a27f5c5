import type { MigrationInterface, QueryRunner } from 'typeorm';
import { HospitalReferences1764003311000 } from './1764003311000-hospital-references.ts';

/** The same for tables whose migrations were written beside that one, without the hospital in their keys. Later ones write such keys themselves. */
export class LaterHospitalReferences1764003399000 implements MigrationInterface {
  readonly name = 'LaterHospitalReferences1764003399000';
  readonly transaction = false;

  up(runner: QueryRunner): Promise<void> {
    return new HospitalReferences1764003311000().up(runner);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
