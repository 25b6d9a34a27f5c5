import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Failed passwords are counted from the audit trail before each try; this keeps the count cheap however long the trail is. */
export class PasswordAttempts1764000200000 implements MigrationInterface {
  readonly name = 'PasswordAttempts1764000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX audit_event_refused ON audit_event (hospital_id, entity_id, at DESC) WHERE action = 'session.refused'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX audit_event_refused');
  }
}
