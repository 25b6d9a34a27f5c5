import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The mail that brought the link of an invitation, and guardians who act no more, who are kept out of calls. */
export class InvitationsByMail1764003100300 implements MigrationInterface {
  readonly name = 'InvitationsByMail1764003100300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE staff_invitation ADD delivery_id uuid REFERENCES message_delivery ON DELETE SET NULL;
      ALTER TABLE pharmacy_invitation ADD delivery_id uuid REFERENCES message_delivery ON DELETE SET NULL,
        ADD locale text NOT NULL DEFAULT 'zh-CN' CHECK (locale IN ('en', 'zh-CN'));
      CREATE INDEX staff_invitation_delivery ON staff_invitation (delivery_id) WHERE delivery_id IS NOT NULL;
      CREATE INDEX pharmacy_invitation_delivery ON pharmacy_invitation (delivery_id) WHERE delivery_id IS NOT NULL;
      GRANT UPDATE (delivery_id) ON staff_invitation TO yunzhen_app;
      GRANT UPDATE (secret_hash, expires_at, delivery_id) ON pharmacy_invitation TO yunzhen_app;
      CREATE INDEX guardianship_ended ON guardianship (patient_id) WHERE state = 'ended';
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
