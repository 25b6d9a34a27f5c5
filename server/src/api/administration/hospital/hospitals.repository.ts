import { insertUnlessThere } from '../../../platform/db/insert-unless-there.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { hospitalEntity, type HospitalRow } from './hospital.entity.ts';

export type { HospitalRow };

export type NewHospital = Pick<HospitalRow, 'id' | 'slug' | 'name' | 'jurisdiction' | 'timeZone' | 'locale'>;

/** The hospitals of the installation. The table is public by design: it contains only what a sign-in page may show. */
export class HospitalsRepository {
  bySlug(tx: Tx, slug: string): Promise<HospitalRow | null> {
    return tx.manager.findOneBy(hospitalEntity, { slug });
  }

  byId(tx: Tx, id: string): Promise<HospitalRow | null> {
    return tx.manager.findOneBy(hospitalEntity, { id });
  }

  all(tx: Tx): Promise<HospitalRow[]> {
    // Ids increase with time, so the installation’s first hospital is the first on the sign-in page.
    return tx.manager.find(hospitalEntity, { order: { id: 'ASC' } });
  }

  /** Inserts the hospital. Returns `known` when it exists with this id and slug, `taken` when another has the slug. */
  async insert(tx: Tx, hospital: NewHospital): Promise<'added' | 'known' | 'taken'> {
    const { id, slug, name, jurisdiction, timeZone, locale } = hospital;
    const row = { id, slug, name, jurisdiction, timeZone, locale, createdAt: tx.now };
    if (await insertUnlessThere(tx, hospitalEntity, row)) return 'added';
    return (await tx.manager.existsBy(hospitalEntity, { id, slug })) ? 'known' : 'taken';
  }

  /** Returns true when this changed it. */
  async setSuspended(tx: Tx, id: string, suspended: boolean): Promise<boolean> {
    const changed = await tx.query(
      `UPDATE hospital SET suspended_at = $2, version = version + 1
       WHERE id = $1 AND (suspended_at IS NOT NULL) <> $3 RETURNING id`,
      [id, suspended ? tx.now : null, suspended],
    );
    return changed.length > 0;
  }

  /** Returns true when this changed them. */
  async setCallPlaces(tx: Tx, id: string, places: readonly string[]): Promise<boolean> {
    const changed = await tx.query(
      `UPDATE hospital SET call_places = $2, version = version + 1 WHERE id = $1 AND call_places <> $2 RETURNING id`,
      [id, places],
    );
    return changed.length > 0;
  }
}
