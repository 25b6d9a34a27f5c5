import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { VisitKind } from '@yunzhen/shared/administration/visit-kind';
import type { Tx } from '../../../platform/db/transaction.ts';
import { insertUnlessThere } from '../../../platform/db/insert-unless-there.ts';
import { visitPriceSql } from '../../administration/index.ts';
import type { VisitPrice } from './billed-price.ts';
import { visitBillEntity, type VisitBillRow } from './visit-bill.entity.ts';
import { visitFeeEntity } from './visit-fee.entity.ts';

/** A bill with the names that are printed on it. */
export interface PrintedBill extends Omit<VisitBillRow, 'hospitalId'> {
  listNumber: number;
  kind: VisitKind;
  visitAt: Date;
  department: LocalizedText;
  doctor: { name: string; nameLatin: string; title: LocalizedText };
  patient: { name: string; nameLatin: string };
}

/** Stores the fees of visits. */
export class BillsRepository {
  /** Returns the fee of the visit’s doctor and department as they are now, from the list in force at check-in; null without a price. */
  async price(tx: Tx, visitId: string): Promise<VisitPrice | null> {
    const at = 'coalesce(v.checked_in_at, v.created_at)';
    const [row] = await tx.query<{ price: VisitPrice | null }>(
      `SELECT ${visitPriceSql({ department: 'v.department_id', kind: 'v.kind', at })} AS price
       FROM visit v JOIN practitioner p ON p.id = v.practitioner_id WHERE v.id = $1`,
      [visitId],
    );
    return row?.price ?? null;
  }

  async storeShown(tx: Tx, visitId: string, price: VisitPrice | null): Promise<void> {
    const { id: priceListId = null, currency = null, minor = null } = price ?? {};
    const shown = { priceListId, currency, minor, shownAt: tx.now };
    await tx.manager.insert(visitFeeEntity, { visitId, hospitalId: tx.hospitalId, ...shown });
  }

  /** Returns what the patient was shown at check-in, null for no price; undefined for a visit that a release without stored fees checked in. */
  async shown(tx: Tx, visitId: string): Promise<VisitPrice | null | undefined> {
    const row = await tx.manager.findOneBy(visitFeeEntity, { visitId });
    if (!row) return undefined;
    const { priceListId: id, currency, minor } = row;
    return id === null || currency === null || minor === null ? null : { id, currency, minor };
  }

  /** Returns whether the visit had no bill before. */
  insert(tx: Tx, row: Omit<VisitBillRow, 'hospitalId' | 'issuedAt' | 'jws'>): Promise<boolean> {
    return insertUnlessThere(tx, visitBillEntity, { ...row, hospitalId: tx.hospitalId, issuedAt: tx.now, jws: null });
  }

  /** Locks the bill, so that it is signed once. */
  async lock(tx: Tx, visitId: string): Promise<PrintedBill | null> {
    const [row] = await tx.query<PrintedBill>(
      `SELECT b.visit_id AS "visitId", b.number, b.price_list_id AS "priceListId", b.currency, b.minor, b.issued_at AS "issuedAt", b.jws,
         l.number AS "listNumber", v.kind, coalesce(v.admitted_at, v.created_at) AS "visitAt", d.name AS department,
         jsonb_build_object('name', p.name, 'nameLatin', p.name_latin, 'title', p.title) AS doctor,
         jsonb_build_object('name', t.name, 'nameLatin', t.name_latin) AS patient
       FROM visit_bill b JOIN visit v ON v.id = b.visit_id JOIN price_list l ON l.id = b.price_list_id
       JOIN department d ON d.id = v.department_id JOIN practitioner p ON p.id = v.practitioner_id JOIN patient t ON t.id = v.patient_id
       WHERE b.visit_id = $1 FOR UPDATE OF b`,
      [visitId],
    );
    return row ?? null;
  }

  async sign(tx: Tx, visitId: string, jws: string): Promise<void> {
    await tx.manager.update(visitBillEntity, { visitId }, { jws });
  }
}
