import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A hospital can move to another installation: while it is closed its transactions are read-only, and once it has moved the database refuses them,
 * whatever the program.
 */
export class HospitalMoves1764003560000 implements MigrationInterface {
  readonly name = 'HospitalMoves1764003560000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE hospital ADD COLUMN move_state text, ADD COLUMN moved_to text,
        ADD CONSTRAINT hospital_move_state CHECK (move_state IN ('closed', 'moved')) NOT VALID,
        ADD CONSTRAINT hospital_moved_to CHECK ((move_state = 'moved') IS NOT TRUE OR moved_to IS NOT NULL) NOT VALID;

      -- Moves from or to this installation. Only the owner of the tables reads or writes it. In the target the hospital has no row until it opens.
      CREATE TABLE hospital_move (
        hospital uuid PRIMARY KEY,
        move uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('copying', 'closed', 'moved', 'arriving', 'ready', 'opened')),
        started_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL,
        address text,
        -- The target's code for giving up after the source has moved; in the source its SHA-256.
        withdrawal text,
        -- In the target, until it opens: the hospital's row, and its jobs.
        arriving jsonb
      );

      -- As before; and a closed hospital is read-only, one that has moved is refused.
      CREATE OR REPLACE FUNCTION begin_request(hospital uuid, actor_session uuid, acting_for uuid, proof bytea) RETURNS boolean
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
        moving text;
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
        moving := (SELECT h.move_state FROM public.hospital h WHERE h.id = hospital);
        IF moving = 'moved' THEN
          RAISE EXCEPTION 'the hospital has moved to another installation' USING ERRCODE = 'YZ001', CONSTRAINT = 'hospital.moved',
            DETAIL = (SELECT h.moved_to FROM public.hospital h WHERE h.id = hospital);
        END IF;
        seal := setval('wall.seal', uuid_hash_extended(hospital, started));
        asked := set_config('app.hospital_id', hospital::text, true);
        -- Last: a read-only transaction could not set the values above.
        IF moving = 'closed' THEN asked := set_config('transaction_read_only', 'on', true); END IF;
        RETURN actor_session IS NULL OR EXISTS (
          SELECT 1 FROM public.session s JOIN public.hospital h ON h.id = s.hospital_id
          WHERE s.id = actor_session AND s.hospital_id = hospital AND s.ended_at IS NULL
            AND s.acting_patient_id IS NOT DISTINCT FROM acting_for AND h.suspended_at IS NULL);
      END $$;

      -- Operators change the hospital's row without a request. What they change after it was copied would be lost.
      CREATE FUNCTION refuse_change_of_moving_hospital() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF NOT pg_has_role(current_user, (SELECT c.relowner FROM pg_class c WHERE c.oid = TG_RELID), 'USAGE') THEN
          RAISE EXCEPTION 'the hospital moves to another installation' USING ERRCODE = 'YZ001',
            CONSTRAINT = CASE OLD.move_state WHEN 'moved' THEN 'hospital.moved' ELSE 'hospital.moving' END, DETAIL = coalesce(OLD.moved_to, '');
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER hospital_is_moving BEFORE UPDATE ON hospital FOR EACH ROW
        WHEN (OLD.move_state IS NOT NULL) EXECUTE FUNCTION refuse_change_of_moving_hospital();
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
