import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** How a hospital shows itself: name, colour and logo, in versions. */
export class Brand1764003100310 implements MigrationInterface {
  readonly name = 'Brand1764003100310';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What is in use stands with the hospital, because sign-in pages show it to strangers.
      ALTER TABLE hospital ADD brand jsonb NOT NULL DEFAULT '{"version": 0, "colour": null, "palette": null, "logo": null}';

      -- The app's role may not write hospitals. This changes the one that the transaction was begun for, and no other.
      CREATE FUNCTION publish_own_brand(based_on int, new_name jsonb, new_brand jsonb) RETURNS boolean
        LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
          UPDATE public.hospital SET name = new_name, brand = new_brand || jsonb_build_object('version', based_on + 1)
          WHERE id = public.current_hospital() AND (brand->>'version')::int = based_on RETURNING true
        $$;
      REVOKE ALL ON FUNCTION publish_own_brand FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION publish_own_brand TO yunzhen_app;

      CREATE TABLE brand_logo (
        hospital_id uuid NOT NULL REFERENCES hospital,
        -- SHA-256 of the large size, in hexadecimal.
        sha256 text NOT NULL,
        small bytea NOT NULL,
        large bytea NOT NULL,
        added_at timestamptz NOT NULL,
        added_by uuid REFERENCES account,
        PRIMARY KEY (hospital_id, sha256)
      );
      ALTER TABLE brand_logo ALTER COLUMN small SET STORAGE EXTERNAL;
      ALTER TABLE brand_logo ALTER COLUMN large SET STORAGE EXTERNAL;

      CREATE TABLE brand_version (
        hospital_id uuid NOT NULL REFERENCES hospital,
        version int NOT NULL,
        name jsonb NOT NULL,
        colour text CHECK (colour ~ '^#[0-9a-f]{6}$'),
        logo text,
        published_at timestamptz NOT NULL,
        published_by uuid REFERENCES account,
        PRIMARY KEY (hospital_id, version),
        FOREIGN KEY (hospital_id, logo) REFERENCES brand_logo
      );
    `);
    await enableTenancy(runner, { brand_logo: 'SELECT, INSERT', brand_version: 'SELECT, INSERT' });
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
