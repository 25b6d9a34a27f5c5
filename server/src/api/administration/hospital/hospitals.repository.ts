import type { Tx } from '../../../platform/db/transaction.ts';
import { hospitalEntity, type HospitalRow } from './hospital.entity.ts';

export type { HospitalRow };

/** The hospitals of the installation. The table is public by design: it holds nothing that a sign-in page may not show. */
export class HospitalsRepository {
  bySlug(tx: Tx, slug: string): Promise<HospitalRow | null> {
    return tx.manager.findOneBy(hospitalEntity, { slug });
  }

  byId(tx: Tx, id: string): Promise<HospitalRow | null> {
    return tx.manager.findOneBy(hospitalEntity, { id });
  }

  all(tx: Tx): Promise<HospitalRow[]> {
    // Ids rise with time: the installation’s first hospital is the one that the sign-in page offers first.
    return tx.manager.find(hospitalEntity, { order: { id: 'ASC' } });
  }
}
