import { everyText } from '../../../platform/db/every-text.ts';
import { IsNull } from 'typeorm';
import type { MailState } from '@yunzhen/shared/notifications/notifications.contract';
import type { pharmacySorts, pharmacyStates } from '@yunzhen/shared/dispensing/pharmacies.constants';
import { AppError } from '@yunzhen/shared/core/errors';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { instantKey, placeValues, sortedBy, type SortedFilter } from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { mailStateSql } from '../../notifications/index.ts';
import { columnsOf } from '../../../platform/db/table.ts';
import { pharmacyDispenserEntity } from './pharmacy-dispenser.entity.ts';
import { pharmacyEntity, type PharmacyRow } from './pharmacy.entity.ts';
import { insertUnlessThere } from '../../../platform/db/insert-unless-there.ts';

/** A pharmacy with the columns of other tables that its list shows. */
export interface ListedPharmacy extends PharmacyRow {
  dispensers: { accountId: string; name: string; nameLatin: string; email: string }[];
  invitations: {
    id: string;
    name: string;
    email: string;
    invitedAt: string;
    expiresAt: string;
    expired: boolean;
    mail: MailState;
  }[];
  openClaims: number;
}

/** The account at a pharmacy, with its pharmacy. */
export interface Dispenser {
  accountId: string;
  pharmacyId: string;
  pharmacyName: LocalizedText;
  /** True when signed in with the pharmacy’s key, without a person’s name. */
  counter: boolean;
  name: string;
  withdrawn: boolean;
}

const columns = columnsOf(pharmacyEntity, 'p');

/** `q`: part of a name in either language, of the telephone number, or of a dispenser’s name. */
export interface PharmacyFilter extends SortedFilter<(typeof pharmacySorts)[number]> {
  state: (typeof pharmacyStates)[number] | null;
}

const keys: Record<PharmacyFilter['sort'], string> = {
  added: instantKey('p.created_at'),
  name: `lower(p.name->>'en')`,
  /** Active pharmacies before withdrawn ones, each by name. */
  state: `(CASE WHEN p.withdrawn_at IS NULL THEN '0' ELSE '1' END) || lower(p.name->>'en')`,
};

const shown = ` ${columns},
  coalesce((SELECT jsonb_agg(jsonb_build_object('accountId', a.id, 'name', a.display_name, 'nameLatin', a.display_name_latin, 'email', a.email)
     ORDER BY d.added_at) FROM pharmacy_dispenser d JOIN account a ON a.id = d.account_id
     WHERE d.pharmacy_id = p.id AND NOT d.is_counter AND d.withdrawn_at IS NULL), '[]') AS dispensers,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', i.id, 'name', i.name, 'email', i.email, 'invitedAt', i.invited_at, 'expiresAt', i.expires_at,
       'expired', i.expires_at <= $1, 'mail', ${mailStateSql('i.delivery_id')})
     ORDER BY i.invited_at) FROM pharmacy_invitation i
     WHERE i.pharmacy_id = p.id AND i.used_at IS NULL AND i.withdrawn_at IS NULL), '[]') AS invitations,
  (SELECT count(*)::int FROM dispensing_claim c WHERE c.pharmacy_id = p.id AND c.ended_at IS NULL) AS "openClaims"`;
const staffed = (column: string) =>
  `EXISTS (SELECT 1 FROM pharmacy_dispenser d JOIN account a ON a.id = d.account_id WHERE d.pharmacy_id = p.id AND NOT d.is_counter
     AND d.withdrawn_at IS NULL AND strpos(lower(concat_ws(' ', a.display_name, a.display_name_latin, a.email)), lower(${column})) > 0)`;

export class PharmacyRepository {
  /** Returns one row more than the limit. */
  list(
    tx: Tx,
    { q, state, sort, order, after, limit }: PharmacyFilter,
  ): Promise<(ListedPharmacy & { sortValue: string })[]> {
    const sorted = sortedBy(keys[sort], 'p.id', order, 5);
    return tx.query<ListedPharmacy & { sortValue: string }>(
      `SELECT ${shown}, ${sorted.key} AS "sortValue" FROM pharmacy p
       WHERE ($2::text IS NULL OR (p.withdrawn_at IS NOT NULL) = ($2 = 'withdrawn'))
         AND ($3 = '' OR strpos(lower(concat_ws(' ', ${everyText('p.name')}, p.phone)), lower($3)) > 0 OR ${staffed('$3')})
         AND ${sorted.where} ORDER BY ${sorted.order} LIMIT $4`,
      [tx.now, state, q, limit + 1, ...placeValues(after)],
    );
  }

  async listed(tx: Tx, id: string): Promise<ListedPharmacy | null> {
    const [row] = await tx.query<ListedPharmacy>(`SELECT ${shown} FROM pharmacy p WHERE p.id = $2`, [tx.now, id]);
    return row ?? null;
  }

  /** Returns false when a pharmacy with that id exists. */
  insert(tx: Tx, { id, name, kind, phone }: Pick<PharmacyRow, 'id' | 'name' | 'kind' | 'phone'>): Promise<boolean> {
    const row = { id, hospitalId: tx.hospitalId, name, kind, phone, createdAt: tx.now };
    return insertUnlessThere(tx, pharmacyEntity, row);
  }

  lock(tx: Tx, id: string): Promise<PharmacyRow | null> {
    return tx.manager.findOne(pharmacyEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async save(tx: Tx, row: PharmacyRow): Promise<void> {
    row.version += 1;
    const { id, version, withdrawnAt, keyHash, keyMadeAt, counterAccountId } = row;
    const saved = { version, withdrawnAt, keyHash, keyMadeAt, counterAccountId };
    await tx.manager.update(pharmacyEntity, { id }, saved);
  }

  /** Returns the pharmacy whose counter key has this hash. */
  byKey(tx: Tx, keyHash: Buffer): Promise<PharmacyRow | null> {
    return tx.manager.findOneBy(pharmacyEntity, { keyHash, withdrawnAt: IsNull() });
  }

  async addDispenser(tx: Tx, pharmacyId: string, accountId: string, isCounter: boolean): Promise<void> {
    const dispenser = { accountId, hospitalId: tx.hospitalId, pharmacyId, isCounter, addedAt: tx.now };
    await tx.manager.insert(pharmacyDispenserEntity, dispenser);
  }

  /** Returns the accounts of the pharmacy that can sign in, including its counter. */
  async accountsOf(tx: Tx, pharmacyId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      'SELECT account_id AS id FROM pharmacy_dispenser WHERE pharmacy_id = $1 AND withdrawn_at IS NULL',
      [pharmacyId],
    );
    return rows.map(({ id }) => id);
  }

  /** Returns false when the account does not belong to the pharmacy or was already ended. */
  async endDispenser(tx: Tx, pharmacyId: string, accountId: string): Promise<boolean> {
    const open = { pharmacyId, accountId, withdrawnAt: IsNull() };
    return (await tx.manager.update(pharmacyDispenserEntity, open, { withdrawnAt: tx.now })).affected === 1;
  }

  async dispenser(tx: Tx, accountId: string): Promise<Dispenser | null> {
    const [row] = await tx.query<Dispenser>(
      `SELECT d.account_id AS "accountId", p.id AS "pharmacyId", p.name AS "pharmacyName", d.is_counter AS counter, a.display_name AS name,
         (d.withdrawn_at IS NOT NULL OR p.withdrawn_at IS NOT NULL) AS withdrawn
       FROM pharmacy_dispenser d JOIN pharmacy p ON p.id = d.pharmacy_id JOIN account a ON a.id = d.account_id WHERE d.account_id = $1`,
      [accountId],
    );
    return row ?? null;
  }
}

/** Returns the account’s place at a pharmacy. Throws `dispensing.pharmacy-withdrawn` when it has none that dispenses. */
export async function requireDispenser(
  pharmacies: Pick<PharmacyRepository, 'dispenser'>,
  tx: Tx,
  accountId: string,
): Promise<Dispenser> {
  const who = await pharmacies.dispenser(tx, accountId);
  if (!who || who.withdrawn)
    throw new AppError('dispensing.pharmacy-withdrawn', 'account belongs to no active pharmacy');
  return who;
}
