import { everyText } from '../../platform/db/every-text.ts';
import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import type { hospitalSorts } from '@yunzhen/shared/operator/operator.constants';
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
  callPlaces: string[];
  staff: number;
  patients: number;
  visits: number;
  sortValue: string;
}

const columns = `h.id, h.slug, h.name, h.jurisdiction, h.time_zone AS "timeZone", h.locale, h.created_at AS "createdAt",
  h.suspended_at AS "suspendedAt", h.call_places AS "callPlaces", c.staff, c.patients, c.visits`;
const from = `FROM hospital h JOIN hospital_counts($1) c ON c.hospital = h.id`;
const countedFor = 30 * DAY_MS;

const keys = {
  name: `lower(h.name->>'en')`,
  created: instantKey('h.created_at'),
  visits: `lpad(c.visits::text, 10, '0')`,
};

/** The hospitals of the installation as visible to the operator’s role: the public row, and counts. */
export class HospitalsRegister {
  list(tx: Tx, filter: SortedFilter<(typeof hospitalSorts)[number]>): Promise<RegisteredHospital[]> {
    const sorted = sortedBy(keys[filter.sort], 'h.id', filter.order, 4);
    return tx.query<RegisteredHospital>(
      `SELECT ${columns}, ${sorted.key} AS "sortValue" ${from}
       WHERE ($2 = '' OR strpos(lower(concat_ws(' ', h.slug, ${everyText('h.name')})), lower($2)) > 0)
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
}
