import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/** A hospital’s decisions about the rules of the safety checks, its releases of them, and which release is active. */
export class KnowledgeCuration1764003334400 implements MigrationInterface {
  readonly name = 'KnowledgeCuration1764003334400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE knowledge_decision (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        rule_table text NOT NULL,
        rule_id text NOT NULL,
        version int NOT NULL CHECK (version > 0),
        state text NOT NULL CHECK (state IN ('proposed', 'checked', 'signed', 'withdrawn')),
        action text NOT NULL CHECK (action IN ('accept', 'change', 'switch-off')),
        -- New values of columns, by column.
        changes jsonb NOT NULL,
        source text NOT NULL,
        reason text NOT NULL,
        -- SHA-256 of the row that ships with the program, as it was decided on.
        row_sha256 text NOT NULL CHECK (row_sha256 ~ '^[0-9a-f]{64}$'),
        -- Each step needs another person than the one before.
        two_people boolean NOT NULL,
        proposed_by uuid NOT NULL,
        proposed_at timestamptz NOT NULL,
        checked_by uuid,
        checked_at timestamptz,
        signed_by uuid,
        signed_at timestamptz,
        withdrawn_by uuid,
        withdrawn_at timestamptz,
        CHECK ((action = 'change') = (changes <> '{}')),
        CHECK (action = 'accept' OR (source <> '' AND reason <> '')),
        CHECK (num_nonnulls(checked_by, checked_at) <> 1 AND num_nonnulls(signed_by, signed_at) <> 1),
        CHECK (state NOT IN ('checked', 'signed') OR checked_by IS NOT NULL),
        CHECK ((state = 'signed') = (signed_by IS NOT NULL)),
        CHECK (num_nonnulls(withdrawn_by, withdrawn_at) = CASE state WHEN 'withdrawn' THEN 2 ELSE 0 END),
        CONSTRAINT knowledge_decision_two_people CHECK (NOT two_people
          OR (checked_by IS DISTINCT FROM proposed_by AND (signed_by IS NULL OR signed_by <> checked_by))),
        CONSTRAINT knowledge_decision_version UNIQUE (hospital_id, rule_table, rule_id, version),
        CONSTRAINT knowledge_decision_proposed_by_hospital_fkey
          FOREIGN KEY (hospital_id, proposed_by) REFERENCES account (hospital_id, id),
        CONSTRAINT knowledge_decision_checked_by_hospital_fkey
          FOREIGN KEY (hospital_id, checked_by) REFERENCES account (hospital_id, id),
        CONSTRAINT knowledge_decision_signed_by_hospital_fkey
          FOREIGN KEY (hospital_id, signed_by) REFERENCES account (hospital_id, id),
        CONSTRAINT knowledge_decision_withdrawn_by_hospital_fkey
          FOREIGN KEY (hospital_id, withdrawn_by) REFERENCES account (hospital_id, id)
      );
      CREATE UNIQUE INDEX knowledge_decision_open ON knowledge_decision (hospital_id, rule_table, rule_id)
        WHERE state IN ('proposed', 'checked');

      CREATE TABLE knowledge_release (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        number int NOT NULL CHECK (number > 0),
        -- SHA-256 of content.
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        -- Canonical JSON of every row that is active.
        content text NOT NULL,
        -- Index of the imported base; content names its digest.
        imported bytea,
        -- The hospital’s signature over number and digest.
        jws text NOT NULL,
        base_version text NOT NULL,
        note text NOT NULL,
        made_by uuid NOT NULL,
        made_at timestamptz NOT NULL,
        CONSTRAINT knowledge_release_hospital_id UNIQUE (hospital_id, id),
        CONSTRAINT knowledge_release_number UNIQUE (hospital_id, number),
        CONSTRAINT knowledge_release_made_by_hospital_fkey
          FOREIGN KEY (hospital_id, made_by) REFERENCES account (hospital_id, id)
      );

      -- The newest row is in force; no release means the data that ship with the program.
      CREATE TABLE knowledge_activation (
        id uuid PRIMARY KEY,
        hospital_id uuid NOT NULL REFERENCES hospital,
        release_id uuid,
        reason text NOT NULL,
        activated_by uuid NOT NULL,
        activated_at timestamptz NOT NULL,
        CONSTRAINT knowledge_activation_release_id_hospital_fkey
          FOREIGN KEY (hospital_id, release_id) REFERENCES knowledge_release (hospital_id, id),
        CONSTRAINT knowledge_activation_activated_by_hospital_fkey
          FOREIGN KEY (hospital_id, activated_by) REFERENCES account (hospital_id, id)
      );
      CREATE INDEX knowledge_activation_newest ON knowledge_activation (hospital_id, activated_at DESC, id DESC);
      CREATE INDEX knowledge_activation_release ON knowledge_activation (release_id) WHERE release_id IS NOT NULL;

      CREATE FUNCTION refuse_decision_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF OLD.state IN ('signed', 'withdrawn')
          OR (OLD.state = 'checked' AND NEW.state = 'proposed')
          OR (OLD.checked_by IS NOT NULL AND NEW.checked_by IS DISTINCT FROM OLD.checked_by)
          OR ROW(NEW.id, NEW.hospital_id, NEW.rule_table, NEW.rule_id, NEW.version, NEW.action, NEW.changes, NEW.source, NEW.reason,
              NEW.row_sha256, NEW.two_people, NEW.proposed_by, NEW.proposed_at)
            IS DISTINCT FROM ROW(OLD.id, OLD.hospital_id, OLD.rule_table, OLD.rule_id, OLD.version, OLD.action, OLD.changes,
              OLD.source, OLD.reason, OLD.row_sha256, OLD.two_people, OLD.proposed_by, OLD.proposed_at) THEN
          RAISE EXCEPTION 'a decision about a rule is not edited' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER knowledge_decision_is_final BEFORE UPDATE ON knowledge_decision
        FOR EACH ROW EXECUTE FUNCTION refuse_decision_change();

      CREATE FUNCTION refuse_release_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        RAISE EXCEPTION 'a release never changes' USING ERRCODE = 'integrity_constraint_violation';
      END $$;
      CREATE TRIGGER knowledge_release_is_final BEFORE UPDATE ON knowledge_release
        FOR EACH ROW EXECUTE FUNCTION refuse_release_change();
      CREATE TRIGGER knowledge_activation_is_final BEFORE UPDATE ON knowledge_activation
        FOR EACH ROW EXECUTE FUNCTION refuse_release_change();
    `);
    await enableTenancy(runner, {
      knowledge_decision: 'SELECT, INSERT, UPDATE',
      knowledge_release: 'SELECT, INSERT',
      knowledge_activation: 'SELECT, INSERT',
    });
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
