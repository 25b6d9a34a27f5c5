import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The rooms of all visits on a media node in one statement, whatever the number of their hospitals. Each hospital is entered in turn, so row-level
 * security holds; one whose rows fail does not affect the rooms of the others.
 */
export class RoomsOfNode1764003400000 implements MigrationInterface {
  readonly name = 'RoomsOfNode1764003400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What determines the rooms of these visits of one hospital, limited to the rows that the caller may see.
      CREATE FUNCTION call_rooms(hospital uuid, visit_ids uuid[])
        RETURNS TABLE (visit uuid, status text, held boolean, revision int, node text, control_url text, own_key boolean,
          hospital_closed boolean, removed uuid[], ended_sessions uuid[])
        LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
      #variable_conflict use_column
      BEGIN
        RETURN QUERY
        SELECT v.id, v.status, v.held, v.room_revision, v.media_node_id, n.control_url, n.own_key,
          (SELECT h.suspended_at IS NOT NULL FROM hospital h WHERE h.id = v.hospital_id),
          ARRAY(SELECT o.account_id FROM (
                  SELECT i.account_id, i.withdrawn_at AS at FROM call_invitation i
                  WHERE i.visit_id = v.id AND i.status = 'withdrawn' AND i.account_id IS NOT NULL
                  UNION ALL
                  SELECT p.account_id, max(t.at) FROM visit_transfer t
                    JOIN practitioner p ON p.id IN (t.from_practitioner_id, t.to_practitioner_id)
                  WHERE t.visit_id = v.id AND p.id <> v.practitioner_id GROUP BY p.account_id
                  UNION ALL
                  SELECT a.id, 'infinity' FROM practitioner p JOIN account a ON a.id = p.account_id
                  WHERE p.id = v.practitioner_id AND (a.status <> 'active' OR NOT 'doctor' = ANY (a.roles))
                  UNION ALL
                  SELECT g.guardian_account_id, max(g.ended_at) FROM guardianship g
                  WHERE g.patient_id = v.patient_id AND g.state = 'ended' AND NOT EXISTS (SELECT 1 FROM guardianship o
                      WHERE o.guardian_account_id = g.guardian_account_id AND o.patient_id = g.patient_id AND o.state = 'active')
                    AND NOT EXISTS (SELECT 1 FROM practitioner d WHERE d.id = v.practitioner_id AND d.account_id = g.guardian_account_id)
                  GROUP BY g.guardian_account_id) o
                ORDER BY o.at DESC LIMIT 50),
          ARRAY(SELECT s.id FROM session s
                WHERE s.ended_at > v.created_at AND s.account_id IN (
                  SELECT p.account_id FROM patient p WHERE p.id = v.patient_id
                  UNION ALL SELECT d.account_id FROM practitioner d WHERE d.id = v.practitioner_id
                  UNION ALL SELECT g.guardian_account_id FROM guardianship g WHERE g.patient_id = v.patient_id)
                ORDER BY s.ended_at DESC LIMIT 100)
        FROM visit v LEFT JOIN media_node n ON n.id = v.media_node_id
        WHERE v.hospital_id = hospital AND v.id = ANY (visit_ids);
      END $$;
      REVOKE ALL ON FUNCTION call_rooms FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION call_rooms TO yunzhen_app;

      -- The rooms of visits of any hospital. The hospital of a visit is null when the caller does not know it; then it is searched for.
      -- A hospital whose rows fail gives the error's code in place of its rooms. Work of the installation only, which begin_request has proven:
      -- a statement within a hospital's request is refused.
      CREATE FUNCTION rooms_of_node(visit_ids uuid[], hospital_ids uuid[])
        RETURNS TABLE (hospital uuid, failure text, visit uuid, status text, held boolean, revision int, node text, control_url text,
          own_key boolean, hospital_closed boolean, removed uuid[], ended_sessions uuid[])
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      #variable_conflict use_column
      DECLARE
        unknown uuid[] := ARRAY(SELECT given.v FROM unnest(visit_ids, hospital_ids) AS given (v, h) WHERE given.h IS NULL);
        found uuid[];
        mine uuid[];
        one uuid;
        code text;
      BEGIN
        IF current_hospital() IS DISTINCT FROM '00000000-0000-0000-0000-000000000000' THEN
          RAISE EXCEPTION 'rooms of all hospitals are for the installation' USING ERRCODE = 'insufficient_privilege';
        END IF;
        BEGIN
          FOR one, mine IN
            SELECT h.id, coalesce(g.visits, '{}') FROM hospital h LEFT JOIN (
              SELECT given.h, array_agg(given.v) AS visits FROM unnest(visit_ids, hospital_ids) AS given (v, h) GROUP BY given.h) g ON g.h = h.id
            WHERE g.h IS NOT NULL OR cardinality(unknown) > 0 ORDER BY h.id
          LOOP
            CONTINUE WHEN cardinality(mine) = 0 AND cardinality(unknown) = 0;
            BEGIN
              PERFORM wall.enter(one);
              IF cardinality(unknown) > 0 THEN
                found := ARRAY(SELECT v.id FROM visit v WHERE v.hospital_id = one AND v.id = ANY (unknown));
                IF cardinality(found) > 0 THEN
                  mine := mine || found;
                  unknown := ARRAY(SELECT u.id FROM unnest(unknown) AS u (id) WHERE u.id <> ALL (found));
                END IF;
              END IF;
              IF cardinality(mine) > 0 THEN
                RETURN QUERY SELECT one, NULL::text, r.* FROM call_rooms(one, mine) r;
              END IF;
            EXCEPTION WHEN OTHERS THEN
              code := SQLSTATE;
              RETURN QUERY SELECT one, code, m.id, NULL::text, NULL::boolean, NULL::int, NULL::text, NULL::text, NULL::boolean, NULL::boolean,
                NULL::uuid[], NULL::uuid[] FROM unnest(mine) AS m (id);
            END;
          END LOOP;
        -- A cancelled statement must not leave the seal of the hospital that it was in: values of sequences are not rolled back.
        EXCEPTION WHEN query_canceled OR OTHERS THEN
          PERFORM wall.leave();
          RAISE;
        END;
        PERFORM wall.leave();
        -- They may belong to the hospital that failed.
        IF code IS NOT NULL THEN
          RETURN QUERY SELECT NULL::uuid, code, u.id, NULL::text, NULL::boolean, NULL::int, NULL::text, NULL::text, NULL::boolean, NULL::boolean,
            NULL::uuid[], NULL::uuid[] FROM unnest(unknown) AS u (id);
        END IF;
      END $$;
      REVOKE ALL ON FUNCTION rooms_of_node FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION rooms_of_node TO yunzhen_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
