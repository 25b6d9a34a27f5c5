import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenancy } from '../server/src/platform/db/tenancy.ts';

/**
 * Audit and domain events of a hospital form a hash chain. An entry is marked with its transaction; `seal_chain` links what has been
 * committed, seconds later, so that no writer waits for another (ADR 57).
 */
export class AuditChain1764003305000 implements MigrationInterface {
  readonly name = 'AuditChain1764003305000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_link (
        hospital_id uuid NOT NULL REFERENCES hospital,
        seq bigint NOT NULL CHECK (seq > 0),
        source text NOT NULL CHECK (source IN ('audit', 'event')),
        entry_id uuid NOT NULL,
        linked_at timestamptz NOT NULL,
        content_hash bytea NOT NULL,
        prev_hash bytea NOT NULL,
        hash bytea NOT NULL,
        PRIMARY KEY (hospital_id, seq)
      );
      CREATE UNIQUE INDEX audit_link_entry ON audit_link (hospital_id, entry_id);

      -- The end of each chain. Entries of transactions below "unsealed_from" that are in no link were not written by the program.
      CREATE TABLE audit_chain (
        hospital_id uuid PRIMARY KEY REFERENCES hospital,
        seq bigint NOT NULL,
        hash bytea NOT NULL,
        unsealed_from bigint NOT NULL
      );
    `);
    await enableTenancy(runner, { audit_link: 'SELECT', audit_chain: 'SELECT' });
    await runner.query(marking);
    await runner.query(canonicalForms);
    await runner.query(sealing);
    await runner.query(linkWhatIsThere);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}

/** The number of the transaction tells what is new since the last sealing. The program can't choose it, and 0 is never sealed. */
const marking = `
  ALTER TABLE audit_event ADD COLUMN written_in bigint NOT NULL DEFAULT 1;
  ALTER TABLE domain_event ADD COLUMN written_in bigint NOT NULL DEFAULT 1;
  ALTER TABLE audit_event ALTER COLUMN written_in SET DEFAULT 0;
  ALTER TABLE domain_event ALTER COLUMN written_in SET DEFAULT 0;
  CREATE INDEX audit_event_written ON audit_event (hospital_id, written_in, id);
  CREATE INDEX domain_event_written ON domain_event (hospital_id, written_in, id);
  CREATE FUNCTION mark_transaction() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    NEW.written_in := pg_catalog.pg_current_xact_id()::text::bigint;
    RETURN NEW;
  END $$;
`;

/** Canonical JSON (RFC 8785) of an entry. Keys stand in the order of their code units; Postgres escapes strings as the RFC does. */
const canonicalForms = `
  CREATE FUNCTION canonical_json(value jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE n numeric;
  BEGIN
    CASE jsonb_typeof(value)
      WHEN 'object' THEN
        RETURN (SELECT '{' || coalesce(string_agg(to_json(e.key)::text || ':' ||
            CASE WHEN jsonb_typeof(e.value) IN ('object', 'array', 'number') THEN canonical_json(e.value) ELSE e.value::text END,
            ',' ORDER BY e.key COLLATE "C"), '') || '}' FROM jsonb_each(value) e);
      WHEN 'array' THEN
        RETURN (SELECT '[' || coalesce(string_agg(canonical_json(e.value), ',' ORDER BY e.place), '') || ']'
          FROM jsonb_array_elements(value) WITH ORDINALITY e(value, place));
      WHEN 'number' THEN
        n := value::numeric;
        IF n = 0 THEN RETURN '0'; END IF;
        -- Very large and very small numbers as ECMAScript writes them: without leading zeros in the exponent.
        IF abs(n) >= 1e21 OR abs(n) < 1e-6 THEN RETURN regexp_replace(n::float8::text, 'e([+-])0+', 'e\\1'); END IF;
        RETURN trim_scale(n)::text;
      ELSE RETURN value::text;
    END CASE;
  END $$;

  -- To the microsecond, as the column holds it.
  CREATE FUNCTION canonical_time(value timestamptz) RETURNS text LANGUAGE sql STABLE AS
    $$ SELECT to_char(value AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;

  CREATE FUNCTION canonical_entry(e audit_event) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT '{"action":' || to_json(e.action)::text
      || ',"actorAccountId":' || coalesce('"' || e.actor_account_id::text || '"', 'null')
      || ',"actorRoles":' || array_to_json(e.actor_roles)::text
      || ',"address":' || coalesce(to_json(e.address)::text, 'null')
      || ',"at":"' || canonical_time(e.at)
      || '","code":' || coalesce(to_json(e.code)::text, 'null')
      || ',"details":' || canonical_json(e.details)
      || ',"entity":' || to_json(e.entity)::text
      || ',"entityId":' || coalesce(to_json(e.entity_id)::text, 'null')
      || ',"hospitalId":"' || e.hospital_id::text
      || '","id":"' || e.id::text
      || '","outcome":' || to_json(e.outcome)::text
      || ',"patientId":' || coalesce('"' || e.patient_id::text || '"', 'null')
      || ',"requestId":' || to_json(e.request_id)::text
      || ',"source":"audit"}'
  $$;

  CREATE FUNCTION canonical_entry(e domain_event) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT '{"at":"' || canonical_time(e.at)
      || '","corrects":' || coalesce('"' || e.corrects::text || '"', 'null')
      || ',"departmentId":' || coalesce('"' || e.department_id::text || '"', 'null')
      || ',"entityId":"' || e.entity_id::text
      || '","facts":' || canonical_json(e.facts)
      || ',"hospitalId":"' || e.hospital_id::text
      || '","id":"' || e.id::text
      || '","practitionerId":' || coalesce('"' || e.practitioner_id::text || '"', 'null')
      || ',"source":"event","type":' || to_json(e.type)::text
      || ',"visitId":' || coalesce('"' || e.visit_id::text || '"', 'null')
      || '}'
  $$;
`;

/**
 * Links are made as the owner: the app's role can read the chain and not write it. Sealings of a hospital wait for each other by the row of
 * its chain, which no writer touches. Every transaction below the snapshot's first open one has ended, so that none of its entries can
 * appear later. After a restore from a dump the numbers of transactions begin again below "unsealed_from": then all is looked through once.
 */
const sealing = `
  CREATE FUNCTION seal_entries(hospital uuid, most int) RETURNS int LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE
    chain audit_chain;
    snapshot pg_snapshot;
    upto bigint;
    linked timestamptz;
    linked_text text;
    one record;
    prev bytea;
    seqs bigint[] := '{}'; sources text[] := '{}'; entries uuid[] := '{}'; contents bytea[] := '{}'; prevs bytea[] := '{}'; hashes bytea[] := '{}';
    found int := 0;
    next_from bigint;
  BEGIN
    INSERT INTO audit_chain (hospital_id, seq, hash, unsealed_from) VALUES (hospital, 0, decode(repeat('00', 32), 'hex'), 1) ON CONFLICT DO NOTHING;
    SELECT * INTO STRICT chain FROM audit_chain WHERE hospital_id = hospital FOR UPDATE;
    snapshot := pg_current_snapshot();
    upto := pg_snapshot_xmax(snapshot)::text::bigint;
    next_from := pg_snapshot_xmin(snapshot)::text::bigint;
    IF chain.unsealed_from > upto THEN
      chain.unsealed_from := 1;
      upto := 9223372036854775807;
    END IF;
    linked := clock_timestamp();
    linked_text := canonical_time(linked);
    FOR one IN
      WITH written AS (
        SELECT 'audit' AS source, a.id, a.written_in FROM audit_event a
        WHERE a.hospital_id = hospital AND a.written_in >= chain.unsealed_from AND a.written_in < upto
          AND NOT EXISTS (SELECT 1 FROM audit_link l WHERE l.hospital_id = hospital AND l.entry_id = a.id)
        UNION ALL
        SELECT 'event', e.id, e.written_in FROM domain_event e
        WHERE e.hospital_id = hospital AND e.written_in >= chain.unsealed_from AND e.written_in < upto
          AND NOT EXISTS (SELECT 1 FROM audit_link l WHERE l.hospital_id = hospital AND l.entry_id = e.id)
        ORDER BY 3, 2 LIMIT most)
      SELECT w.source, w.id, w.written_in,
        sha256(convert_to(CASE w.source WHEN 'audit' THEN canonical_entry(a) ELSE canonical_entry(e) END, 'UTF8')) AS content
      FROM written w
      LEFT JOIN audit_event a ON w.source = 'audit' AND a.id = w.id
      LEFT JOIN domain_event e ON w.source = 'event' AND e.id = w.id
      ORDER BY w.written_in, w.id
    LOOP
      found := found + 1;
      prev := chain.hash;
      chain.seq := chain.seq + 1;
      chain.hash := sha256(convert_to('{"content":"' || encode(one.content, 'hex') || '","linkedAt":"' || linked_text
        || '","prev":"' || encode(prev, 'hex') || '","seq":' || chain.seq || '}', 'UTF8'));
      seqs := seqs || chain.seq; sources := sources || one.source; entries := entries || one.id;
      contents := contents || one.content; prevs := prevs || prev; hashes := hashes || chain.hash;
    END LOOP;
    IF found = most THEN next_from := one.written_in; END IF;
    INSERT INTO audit_link (hospital_id, seq, source, entry_id, linked_at, content_hash, prev_hash, hash)
      SELECT hospital, n.seq, n.source, n.entry, linked, n.content, n.prev, n.hash
      FROM unnest(seqs, sources, entries, contents, prevs, hashes) n(seq, source, entry, content, prev, hash);
    IF found > 0 THEN
      UPDATE audit_chain SET seq = chain.seq, hash = chain.hash, unsealed_from = next_from WHERE hospital_id = hospital;
    END IF;
    RETURN found;
  END $$;
  REVOKE ALL ON FUNCTION seal_entries FROM PUBLIC;

  -- Of the transaction's hospital, at most so many. Says how many entries were linked.
  CREATE FUNCTION seal_chain(most int) RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
    $$ SELECT seal_entries(current_hospital(), most) WHERE current_hospital() IS NOT NULL $$;
  REVOKE ALL ON FUNCTION seal_chain FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION seal_chain TO yunzhen_app;
`;

/** What was written before the chain stands at its beginning. Row-level security binds the owner too and is lifted for this alone. */
const linkWhatIsThere = `
  ALTER TABLE audit_event NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE domain_event NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE audit_link NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE audit_chain NO FORCE ROW LEVEL SECURITY;
  DO $$ DECLARE one uuid; BEGIN
    FOR one IN SELECT id FROM hospital LOOP PERFORM seal_entries(one, NULL); END LOOP;
  END $$;
  ALTER TABLE audit_event FORCE ROW LEVEL SECURITY;
  ALTER TABLE domain_event FORCE ROW LEVEL SECURITY;
  ALTER TABLE audit_link FORCE ROW LEVEL SECURITY;
  ALTER TABLE audit_chain FORCE ROW LEVEL SECURITY;
  CREATE TRIGGER audit_event_is_marked BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION mark_transaction();
  CREATE TRIGGER domain_event_is_marked BEFORE INSERT ON domain_event FOR EACH ROW EXECUTE FUNCTION mark_transaction();
`;
