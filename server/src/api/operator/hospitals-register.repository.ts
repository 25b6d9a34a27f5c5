import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import type { hospitalSorts } from '@yunzhen/shared/operator/operator.contract';
import type { Locale, LocalizedText } from '@yunzhen/shared/core/locale';
import { instantKey, placeValues, sortedBy, type SortedFilter } from '../../platform/db/paging.ts';
import type { Tx } from '../../platform/db/transaction.ts';

export interface RegisteredHospital {
  id: string;
  slug: string;
  name: LocalizedText;
  jurisdiction: string;
  timeZone: string;
  locale: Locale;
  createdAt: Date;
  suspendedAt: Date | null;
  staff: number;
  patients: number;
  visits: number;
  sortValue: string;
}

export type NewHospital = Pick<RegisteredHospital, 'id' | 'slug' | 'name' | 'jurisdiction' | 'timeZone' | 'locale'>;

const columns = `h.id, h.slug, h.name, h.jurisdiction, h.time_zone AS "timeZone", h.locale, h.created_at AS "createdAt",
  h.suspended_at AS "suspendedAt", c.staff, c.patients, c.visits`;
const from = `FROM hospital h JOIN hospital_counts($1) c ON c.hospital = h.id`;
const countedFor = 30 * DAY_MS;

const keys = {
  name: `lower(h.name->>'en')`,
  created: instantKey('h.created_at'),
  visits: `lpad(c.visits::text, 10, '0')`,
};

/** The hospitals of the installation, as the operator’s role may see them: the public row, and numbers. */
export class HospitalsRegister {
  list(tx: Tx, filter: SortedFilter<(typeof hospitalSorts)[number]>): Promise<RegisteredHospital[]> {
    const sorted = sortedBy(keys[filter.sort], 'h.id', filter.order, 4);
    return tx.query<RegisteredHospital>(
      `SELECT ${columns}, ${sorted.key} AS "sortValue" ${from}
       WHERE ($2 = '' OR strpos(lower(concat_ws(' ', h.slug, h.name->>'en', h.name->>'zh')), lower($2)) > 0)
         AND ${sorted.where} ORDER BY ${sorted.order} LIMIT $3`,
      [new Date(tx.now.getTime() - countedFor), filter.q, filter.limit + 1, ...placeValues(filter.after)],
    );
  }

  async byId(tx: Tx, id: string): Promise<RegisteredHospital | null> {
    const [row] = await tx.query<RegisteredHospital>(`SELECT ${columns}, '' AS "sortValue" ${from} WHERE h.id = $2`, [
      new Date(tx.now.getTime() - countedFor),
      id,
    ]);
    return row ?? null;
  }

  /** `known`: there is one of this id and name in addresses; `taken`: the name in addresses is another’s. */
  async insert(tx: Tx, hospital: NewHospital): Promise<'added' | 'known' | 'taken'> {
    const added = await tx.query(
      `INSERT INTO hospital (id, slug, name, jurisdiction, time_zone, locale, created_at) VALUES ($1,$2,$3,$4,$5,$6,$7)
       ON CONFLICT DO NOTHING RETURNING id`,
      [hospital.id, hospital.slug, hospital.name, hospital.jurisdiction, hospital.timeZone, hospital.locale, tx.now],
    );
    if (added.length > 0) return 'added';
    const same = await tx.query('SELECT 1 FROM hospital WHERE id = $1 AND slug = $2', [hospital.id, hospital.slug]);
    return same.length > 0 ? 'known' : 'taken';
  }

  /** True when this changed it. */
  async setSuspended(tx: Tx, id: string, suspended: boolean): Promise<boolean> {
    const changed = await tx.query(
      `UPDATE hospital SET suspended_at = $2, version = version + 1
       WHERE id = $1 AND (suspended_at IS NOT NULL) <> $3 RETURNING id`,
      [id, suspended ? tx.now : null, suspended],
    );
    return changed.length > 0;
  }
}
