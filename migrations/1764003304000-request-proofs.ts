import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The wall holds against statements that the app's role was made to run: the hospital of a transaction is what `begin_request` set
 * for a proof that the api alone can make. What it set is in values of sequences of this session, which only the owner reaches.
 */
export class RequestProofs1764003304000 implements MigrationInterface {
  readonly name = 'RequestProofs1764003304000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The app's role may not look into it.
      CREATE SCHEMA wall;

      -- HMAC-SHA-256: the key, padded to a block and combined with both constants of RFC 2104. The migration step writes it.
      CREATE TABLE wall.request_key (
        one boolean PRIMARY KEY DEFAULT true CHECK (one),
        inner_pad bytea NOT NULL CHECK (length(inner_pad) = 64),
        outer_pad bytea NOT NULL CHECK (length(outer_pad) = 64)
      );

      -- What currval() gives of these belongs to one session of the database, and nothing of it is written for good.
      -- The number that the next proof must hold: each is good once, in one session.
      CREATE UNLOGGED SEQUENCE wall.turn MINVALUE 0;
      -- When the transaction started in which a request has begun, in microseconds.
      CREATE UNLOGGED SEQUENCE wall.started MINVALUE 0;
      -- A digest of that time and of the hospital that the request is for.
      CREATE UNLOGGED SEQUENCE wall.seal MINVALUE -9223372036854775808;

      -- The key of this session, in two halves.
      CREATE UNLOGGED SEQUENCE wall.key_1 MINVALUE -9223372036854775808;
      CREATE UNLOGGED SEQUENCE wall.key_2 MINVALUE -9223372036854775808;

      -- Opens this session for requests. Gives the number that its first proof holds, chosen by chance; the key of the session is the HMAC of
      -- that number, which the api works out too.
      CREATE FUNCTION open_session() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        first bigint := ('x0' || right(replace(gen_random_uuid()::text, '-', ''), 15))::bit(64)::bigint;
        derived bit(128);
      BEGIN
        SELECT ('x' || left(encode(sha256(k.outer_pad || sha256(k.inner_pad || int8send(first))), 'hex'), 32))::bit(128)
          INTO STRICT derived FROM wall.request_key k;
        PERFORM setval('wall.key_1', substring(derived FROM 1 FOR 64)::bigint), setval('wall.key_2', substring(derived FROM 65 FOR 64)::bigint),
          setval('wall.started', 0), setval('wall.seal', 0), setval('wall.turn', first);
        RETURN first;
      END $$;

      -- Begins a request: sets the hospital of this transaction, once, and says whether the actor's session lives and acts for that patient.
      -- On every transaction's way: assignments cost less than PERFORM.
      DROP FUNCTION begin_request(uuid, uuid, uuid);
      CREATE FUNCTION begin_request(hospital uuid, actor_session uuid, acting_for uuid, proof bytea) RETURNS boolean
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        turn bigint := currval('wall.turn');
        started bigint := (date_part('epoch', now()) * 1000000)::bigint;
        nobody CONSTANT uuid := '00000000-0000-0000-0000-000000000000';
        key bytea := int8send(currval('wall.key_1')) || int8send(currval('wall.key_2'));
        -- All of it is of fixed length, so that a digest with the key before it is a good code of authenticity.
        expected bytea := sha256(key || uuid_send(hospital) || uuid_send(coalesce(actor_session, nobody))
          || uuid_send(coalesce(acting_for, nobody)) || int8send(turn));
        seal bigint;
        asked text;
      BEGIN
        IF currval('wall.started') = started THEN
          RAISE EXCEPTION 'a request has begun in this transaction' USING ERRCODE = 'insufficient_privilege';
        END IF;
        -- Digests are compared, so that the time it takes says nothing about the proof.
        IF sha256(proof) IS DISTINCT FROM sha256(expected) THEN
          RAISE EXCEPTION 'the proof of this request is refused' USING ERRCODE = 'insufficient_privilege';
        END IF;
        turn := setval('wall.turn', turn + 1);
        started := setval('wall.started', started);
        seal := setval('wall.seal', uuid_hash_extended(hospital, started));
        asked := set_config('app.hospital_id', hospital::text, true);
        RETURN actor_session IS NULL OR EXISTS (
          SELECT 1 FROM public.session s JOIN public.hospital h ON h.id = s.hospital_id
          WHERE s.id = actor_session AND s.hospital_id = hospital AND s.ended_at IS NULL
            AND s.acting_patient_id IS NOT DISTINCT FROM acting_for AND h.suspended_at IS NULL);
      END $$;

      -- The setting only says which hospital is asked for; it counts when begin_request has sealed it for this transaction. The owner's
      -- own connections (migrations, demo data) set it as they need.
      CREATE OR REPLACE FUNCTION current_hospital() RETURNS uuid
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE asked text := current_setting('app.hospital_id', true);
      BEGIN
        IF asked IS NULL OR asked = '' THEN RETURN NULL; END IF;
        IF session_user = current_user
          OR currval('wall.seal') = uuid_hash_extended(asked::uuid, (date_part('epoch', now()) * 1000000)::bigint)
        THEN RETURN asked::uuid; END IF;
        RETURN NULL;
      END $$;

      -- Enters a hospital without a proof; for functions of the owner.
      CREATE FUNCTION wall.enter(hospital uuid) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        PERFORM setval('wall.seal', uuid_hash_extended(hospital, (date_part('epoch', now()) * 1000000)::bigint)),
          set_config('app.hospital_id', hospital::text, true);
      END $$;
      CREATE FUNCTION wall.leave() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        PERFORM setval('wall.seal', 0), set_config('app.hospital_id', '', true);
      END $$;

      REVOKE ALL ON SCHEMA wall FROM PUBLIC;
      REVOKE ALL ON ALL TABLES IN SCHEMA wall FROM PUBLIC;
      REVOKE ALL ON ALL SEQUENCES IN SCHEMA wall FROM PUBLIC;
      REVOKE ALL ON ALL FUNCTIONS IN SCHEMA wall FROM PUBLIC;
      REVOKE ALL ON FUNCTION open_session, begin_request, current_hospital FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION open_session, begin_request, current_hospital TO yunzhen_app;
      REVOKE CREATE ON SCHEMA public FROM PUBLIC;

      -- The hospital is worked out once for a statement, not once for a row.
      DO $$ DECLARE guarded record; BEGIN
        FOR guarded IN SELECT polrelid::regclass AS target, polname AS name FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
          WHERE c.relnamespace = 'public'::regnamespace AND pg_get_expr(p.polqual, p.polrelid) = '(hospital_id = current_hospital())'
        LOOP
          EXECUTE format('ALTER POLICY %I ON %s USING (hospital_id = (SELECT current_hospital())) WITH CHECK (hospital_id = (SELECT current_hospital()))',
            guarded.name, guarded.target);
        END LOOP;
      END $$;

      -- As before; each hospital is entered in turn and left.
      CREATE OR REPLACE FUNCTION hospital_counts(since timestamptz)
        RETURNS TABLE (hospital uuid, staff int, patients int, visits int)
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE one uuid;
      BEGIN
        FOR one IN SELECT h.id FROM public.hospital h LOOP
          PERFORM wall.enter(one);
          RETURN QUERY SELECT one,
            (SELECT count(*)::int FROM public.account a WHERE a.hospital_id = one AND a.status = 'active'
               AND a.roles && ARRAY['doctor', 'pharmacist', 'supervisor', 'president', 'administrator']),
            (SELECT count(*)::int FROM public.patient p WHERE p.hospital_id = one),
            (SELECT count(*)::int FROM public.visit v WHERE v.hospital_id = one AND v.created_at >= since);
        END LOOP;
        PERFORM wall.leave();
      END $$;

      -- No function finds another table than the one that it means, whatever the caller's search path. Those of an extension belong to a
      -- superuser, and an owner that is none leaves them alone.
      DO $$ DECLARE loose regprocedure; BEGIN
        FOR loose IN SELECT p.oid FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND pg_has_role(p.proowner, 'USAGE') AND NOT EXISTS (
            SELECT 1 FROM unnest(p.proconfig) AS setting WHERE setting LIKE 'search_path=%')
        LOOP
          EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, public, pg_temp', loose);
        END LOOP;
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
