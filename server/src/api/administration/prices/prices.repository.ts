import { everyText } from '../../../platform/db/every-text.ts';
import { IsNull } from 'typeorm';
import type { PersonNames } from '@yunzhen/shared/core/common';
import type { PriceEntry } from '@yunzhen/shared/administration/prices.contract';
import type { priceListSorts } from '@yunzhen/shared/administration/prices.constants';
import { namesOf } from '../../../platform/db/person-names.ts';
import { instantKey, nameKey, placeValues, sortedBy, type SortedFilter } from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { priceListEntity, type PriceListRow as StoredList } from './price-list.entity.ts';
import { priceEntity, type PriceRow as StoredPrice } from './price.entity.ts';
import { insertUnlessThere } from '../../../platform/db/insert-unless-there.ts';

export interface PriceListRow extends Pick<StoredList, 'id' | 'number' | 'currency' | 'validFrom' | 'createdAt'> {
  createdBy: PersonNames | null;
  withdrawn: boolean;
  /** Whether it is the newest of those that are valid. */
  inForce: boolean;
  size: number;
}

export type PriceRow = Pick<StoredPrice, 'departmentId' | 'title' | 'kind' | 'minor'>;

export type PriceListFilter = SortedFilter<(typeof priceListSorts)[number]>;

const size = '(SELECT count(*)::int FROM price p WHERE p.price_list_id = l.id)';
const columns = `l.id, l.number, l.currency, l.valid_from AS "validFrom", l.created_at AS "createdAt",
  ${namesOf('a.display_name', 'a.display_name_latin')} AS "createdBy", l.withdrawn_at IS NOT NULL AS withdrawn,
  l.id IS NOT DISTINCT FROM (SELECT c.id FROM price_list c WHERE c.withdrawn_at IS NULL AND c.valid_from <= $1
    ORDER BY c.valid_from DESC, c.number DESC LIMIT 1) AS "inForce",
  ${size} AS size`;
const from = 'FROM price_list l LEFT JOIN account a ON a.id = l.created_by';

const keys = {
  number: `lpad(l.number::text, 10, '0')`,
  'valid-from': instantKey('l.valid_from'),
  size: `lpad(${size}::text, 6, '0')`,
  author: nameKey('a.display_name', 'a.display_name_latin'),
};

/** Price lists, which are never changed after publication. */
export class PricesRepository {
  /** Returns up to one row more than the limit. */
  list(tx: Tx, { q, sort, order, after, limit }: PriceListFilter): Promise<(PriceListRow & { sortValue: string })[]> {
    const sorted = sortedBy(keys[sort], 'l.id', order, 4);
    return tx.query<PriceListRow & { sortValue: string }>(
      `SELECT ${columns}, ${sorted.key} AS "sortValue" ${from}
       WHERE ($2 = '' OR strpos(lower(concat_ws(' ', l.number, l.currency, a.display_name, a.display_name_latin)), lower($2)) > 0
           OR EXISTS (SELECT 1 FROM price p LEFT JOIN department d ON d.id = p.department_id WHERE p.price_list_id = l.id
             AND strpos(lower(concat_ws(' ', ${everyText('d.name')}, ${everyText('p.title')})), lower($2)) > 0))
         AND ${sorted.where}
       ORDER BY ${sorted.order} LIMIT $3`,
      [tx.now, q, limit + 1, ...placeValues(after)],
    );
  }

  async byId(tx: Tx, id: string): Promise<PriceListRow | null> {
    const [row] = await tx.query<PriceListRow>(`SELECT ${columns} ${from} WHERE l.id = $2`, [tx.now, id]);
    return row ?? null;
  }

  entries(tx: Tx, id: string): Promise<PriceRow[]> {
    return tx.query<PriceRow>(
      `SELECT department_id AS "departmentId", title, kind, minor FROM price WHERE price_list_id = $1 ORDER BY id`,
      [id],
    );
  }

  /** Serialises publications of one hospital. Returns the newest number, 0 without any. */
  async lockNumbers(tx: Tx): Promise<number> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('price-list/' || $1, 0))`, [tx.hospitalId]);
    const [row] = await tx.query<{ number: number }>('SELECT coalesce(max(number), 0) AS number FROM price_list');
    return row?.number ?? 0;
  }

  /** Inserts the list. Returns false when the id exists in any hospital. */
  async insert(
    tx: Tx,
    list: Pick<StoredList, 'id' | 'number' | 'currency' | 'validFrom'>,
    entries: readonly (Omit<PriceEntry, 'amount'> & { minor: number })[],
  ): Promise<boolean> {
    const published = { createdAt: tx.now, createdBy: tx.context.actor?.accountId ?? null };
    const { id, number, currency, validFrom } = list;
    const row = { id, hospitalId: tx.hospitalId, number, currency, validFrom, ...published };
    if (!(await insertUnlessThere(tx, priceListEntity, row))) return false;
    const prices = entries.map(({ departmentId, title, kind, minor }) => ({
      id: newId(),
      hospitalId: tx.hospitalId,
      priceListId: list.id,
      departmentId,
      title,
      kind,
      minor,
    }));
    await tx.manager.insert(priceEntity, prices);
    return true;
  }

  async knowsDepartments(tx: Tx, ids: readonly string[]): Promise<boolean> {
    const wanted = new Set(ids);
    const known = await tx.query('SELECT id FROM department WHERE id = ANY ($1)', [[...wanted]]);
    return known.length === wanted.size;
  }

  async withdraw(tx: Tx, id: string): Promise<void> {
    await tx.manager.update(priceListEntity, { id, withdrawnAt: IsNull() }, { withdrawnAt: tx.now });
  }
}
