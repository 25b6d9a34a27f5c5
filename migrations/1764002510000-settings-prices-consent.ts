import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** What a hospital decides for itself: its settings, its prices, and the text that its patients agree to. */
export class SettingsPricesConsent1764002510000 implements MigrationInterface {
  readonly name = 'SettingsPricesConsent1764002510000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE hospital ADD version int NOT NULL DEFAULT 1, ADD suspended_at timestamptz;

      -- The app's role may not write hospitals. This changes the one that the transaction was begun for, and no other.
      CREATE FUNCTION save_own_hospital(based_on int, new_settings jsonb, new_name jsonb) RETURNS int
        LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
          UPDATE public.hospital SET settings = coalesce(new_settings, settings), name = coalesce(new_name, name),
            version = version + 1
          WHERE id = public.current_hospital() AND version = based_on RETURNING version
        $$;
      REVOKE ALL ON FUNCTION save_own_hospital FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION save_own_hospital TO yunzhen_app;

      CREATE TABLE price_list (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        number int NOT NULL,
        currency text NOT NULL,
        valid_from timestamptz NOT NULL,
        created_at timestamptz NOT NULL,
        created_by uuid REFERENCES account,
        withdrawn_at timestamptz,
        UNIQUE (hospital_id, number)
      );
      CREATE INDEX price_list_valid ON price_list (hospital_id, valid_from DESC) WHERE withdrawn_at IS NULL;

      -- What is null holds for all. Amounts are in the currency's smallest unit.
      CREATE TABLE price (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        price_list_id uuid NOT NULL REFERENCES price_list,
        department_id uuid REFERENCES department,
        title jsonb,
        kind text CHECK (kind IN ('walk-in', 'booked')),
        minor int NOT NULL CHECK (minor >= 0)
      );
      CREATE INDEX price_of_list ON price (price_list_id);

      -- One draft of the next consent text at a time. What is published goes into consent_text, which is never changed.
      CREATE TABLE consent_draft (
        hospital_id uuid PRIMARY KEY REFERENCES hospital,
        version int NOT NULL,
        wordings jsonb NOT NULL,
        saved_at timestamptz NOT NULL,
        saved_by uuid REFERENCES account
      );
    `);
    await enableTenancy(runner, {
      price_list: 'SELECT, INSERT, UPDATE (withdrawn_at)',
      price: 'SELECT, INSERT',
      consent_draft: 'SELECT, INSERT, UPDATE, DELETE',
    });
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
