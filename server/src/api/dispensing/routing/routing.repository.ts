import { IsNull, Not } from 'typeorm';
import type { PharmacyChoice } from '@yunzhen/shared/dispensing/routing.contract';
import { placeValues, timedBy, type Place } from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { pharmacyChoiceEntity } from './pharmacy-choice.entity.ts';

/** Whether someone can dispense in the pharmacy `ph`: a person of it, or its counter, whose account ends with the key. */
const isStaffed = `ph.withdrawn_at IS NULL AND EXISTS (SELECT 1 FROM pharmacy_dispenser d JOIN account a ON a.id = d.account_id
  WHERE d.pharmacy_id = ph.id AND d.withdrawn_at IS NULL AND a.status = 'active')`;

/** Stores which pharmacy a patient sends a prescription to. One that was withdrawn or has no one to dispense counts as none. */
export class RoutingRepository {
  async chosen(tx: Tx, prescriptionId: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(
      `SELECT ph.id FROM pharmacy_choice c JOIN pharmacy ph ON ph.id = c.pharmacy_id
       WHERE c.prescription_id = $1 AND ${isStaffed}`,
      [prescriptionId],
    );
    return row?.id ?? null;
  }

  async choose(tx: Tx, prescriptionId: string, pharmacyId: string | null, chosenBy: string): Promise<void> {
    const row = { prescriptionId, hospitalId: tx.hospitalId, pharmacyId, chosenBy, chosenAt: tx.now };
    await tx.manager.upsert(pharmacyChoiceEntity, row, ['prescriptionId']);
  }

  /** Ends the choice when a pharmacy claims the prescription. Returns the pharmacy that was chosen, or null. */
  async end(tx: Tx, prescriptionId: string): Promise<string | null> {
    const row = await tx.manager.findOneBy(pharmacyChoiceEntity, { prescriptionId, pharmacyId: Not(IsNull()) });
    if (row) await tx.manager.update(pharmacyChoiceEntity, { prescriptionId }, { pharmacyId: null });
    return row?.pharmacyId ?? null;
  }

  /** Returns pharmacies to choose from, by name: all of them, as the administrator enters each by hand. */
  pharmacies(tx: Tx): Promise<PharmacyChoice['pharmacies']> {
    return tx.query(
      `SELECT ph.id, ph.name, ph.phone FROM pharmacy ph WHERE ${isStaffed} ORDER BY lower(ph.name->>'en'), ph.id`,
    );
  }

  /** Returns whether patients can send prescriptions to the pharmacy. */
  async canBeChosen(tx: Tx, pharmacyId: string): Promise<boolean> {
    const found = await tx.query(`SELECT 1 FROM pharmacy ph WHERE ph.id = $1 AND ${isStaffed}`, [pharmacyId]);
    return found.length > 0;
  }

  /** Returns what the pharmacy may claim now, newest first, one more than the limit. */
  routed(
    tx: Tx,
    pharmacyId: string,
    { limit, before }: { limit: number; before: Place | null },
  ): Promise<{ prescriptionId: string; sentAt: Date }[]> {
    const timed = timedBy('c.chosen_at', 'c.prescription_id', 'desc', 4);
    return tx.query(
      `SELECT c.prescription_id AS "prescriptionId", c.chosen_at AS "sentAt"
       FROM pharmacy_choice c JOIN prescription p ON p.id = c.prescription_id
       WHERE c.pharmacy_id = $1 AND p.status = 'approved' AND p.valid_until > $2 AND ${timed.where}
       ORDER BY ${timed.order} LIMIT $3`,
      [pharmacyId, tx.now, limit + 1, ...placeValues(before)],
    );
  }
}
