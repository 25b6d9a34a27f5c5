import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Binds the bucket for files to one database, and keeps programs that cannot read objects away from rows that have one. */
export class FileBucket1764003512000 implements MigrationInterface {
  readonly name = 'FileBucket1764003512000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whether the process reads files in the bucket. False: a release before, or a process without FILE_S3_URL.
      ALTER TABLE api_process ADD COLUMN file_bucket boolean NOT NULL DEFAULT false;

      -- The claim on the bucket, which has the id in an object. A restored or copied database has the row too, but not this identity.
      CREATE TABLE file_bucket_claim (
        one boolean PRIMARY KEY DEFAULT true CHECK (one),
        id uuid NOT NULL,
        database text NOT NULL
      );
      GRANT SELECT, INSERT ON file_bucket_claim TO yunzhen_app;

      -- Differs in each copy: a recovery begins a new timeline, a dump is loaded into another cluster or database.
      CREATE FUNCTION database_identity() RETURNS text LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
        SELECT concat_ws('.', (SELECT system_identifier FROM pg_control_system()), left(pg_walfile_name(pg_current_wal_lsn()), 8),
          (SELECT oid FROM pg_database WHERE datname = current_database()))
      $$;

      -- Each object that is stored has a row here first. The version is above every release that does not know this migration; those that
      -- know it do not compare it.
      CREATE FUNCTION declare_file_objects() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        UPDATE schema_migration SET oldest_program = '0.2.0'
          WHERE name = 'FileBucket1764003512000' AND oldest_program IS DISTINCT FROM '0.2.0';
        RETURN NULL;
      END $$;
      REVOKE ALL ON FUNCTION declare_file_objects FROM PUBLIC;
      CREATE TRIGGER file_objects_declared AFTER INSERT ON object_removal FOR EACH STATEMENT EXECUTE FUNCTION declare_file_objects();
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
