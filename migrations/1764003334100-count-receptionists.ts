import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Receptionists count as staff where the operator sees numbers of a hospital. */
export class CountReceptionists1764003334100 implements MigrationInterface {
  readonly name = 'CountReceptionists1764003334100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- As before, with one more role; each hospital is entered in turn and left.
      CREATE OR REPLACE FUNCTION hospital_counts(since timestamptz)
        RETURNS TABLE (hospital uuid, staff int, patients int, visits int)
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE one uuid;
      BEGIN
        FOR one IN SELECT h.id FROM public.hospital h LOOP
          PERFORM wall.enter(one);
          RETURN QUERY SELECT one,
            (SELECT count(*)::int FROM public.account a WHERE a.hospital_id = one AND a.status = 'active'
               AND a.roles && ARRAY['doctor', 'pharmacist', 'supervisor', 'receptionist', 'president', 'administrator']),
            (SELECT count(*)::int FROM public.patient p WHERE p.hospital_id = one),
            (SELECT count(*)::int FROM public.visit v WHERE v.hospital_id = one AND v.created_at >= since);
        END LOOP;
        PERFORM wall.leave();
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}
