import type { MigrationInterface, QueryRunner } from 'typeorm';

const kinds = "kind IN ('visit-consent', 'privacy', 'terms', 'complaints', 'accessibility')";

/** Published texts and drafts have a kind: besides the consent to a visit, the four texts of the public pages. */
export class HospitalTexts1764003322000 implements MigrationInterface {
  readonly name = 'HospitalTexts1764003322000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE consent_text
        ADD COLUMN kind text NOT NULL DEFAULT 'visit-consent' CHECK (${kinds}),
        ADD COLUMN asks_agreement boolean NOT NULL DEFAULT true,
        DROP CONSTRAINT consent_text_pkey,
        ADD PRIMARY KEY (hospital_id, kind, version, locale);
      ALTER TABLE consent_draft
        ADD COLUMN kind text NOT NULL DEFAULT 'visit-consent' CHECK (${kinds}),
        DROP CONSTRAINT consent_draft_pkey,
        ADD PRIMARY KEY (hospital_id, kind);
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
