import { IsNull } from 'typeorm';
import type { ClaimEnd } from '@yunzhen/shared/dispensing/dispensing';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { placeValues, timedBy, type Place } from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { columnsOf } from '../../../platform/db/table.ts';
import { dispenseCorrectionEntity, type DispenseCorrectionRow } from './dispense-correction.entity.ts';
import { dispenseEntity, type DispenseRow as StoredDispense } from './dispense.entity.ts';
import { dispensingCancellationEntity, type DispensingCancellationRow } from './dispensing-cancellation.entity.ts';
import { dispensingClaimEntity, type DispensingClaimRow } from './dispensing-claim.entity.ts';
import { insertUnlessThere } from '../../../platform/db/insert-unless-there.ts';

export interface ClaimRow extends Omit<DispensingClaimRow, 'hospitalId' | 'accountId'> {
  pharmacyName: LocalizedText;
}

export interface DispenseRow extends Omit<StoredDispense, 'hospitalId' | 'accountId'> {
  pharmacyName: LocalizedText;
  /** Empty for a counter, and when the account has another name by now. */
  dispensedByLatin: string;
  /** Oldest first. */
  corrections: ShownCorrection[];
}

/** A correction as its dispense shows it; `at` is ISO text. */
export type ShownCorrection = Pick<DispenseCorrectionRow, 'id' | 'reason' | 'lines'> & {
  at: string;
  by: string;
  /** Empty for a counter, and when the account has another name by now. */
  byLatin: string;
  text: string;
};

export type CancellationRow = DispensingCancellationRow;

const claimColumns = columnsOf(dispensingClaimEntity, 'c', [
  'id',
  'prescriptionId',
  'pharmacyId',
  'claimedAt',
  'endedAt',
  'endedAs',
  'endReason',
]);
const claims = `SELECT ${claimColumns}, ph.name AS "pharmacyName" FROM dispensing_claim c JOIN pharmacy ph ON ph.id = c.pharmacy_id`;
const dispenseColumns = columnsOf(dispenseEntity, 'd', [
  'id',
  'number',
  'prescriptionId',
  'claimId',
  'pharmacyId',
  'dispensedBy',
  'dispensedAt',
  'lines',
  'receipt',
  'identityCheck',
]);
const corrections = `coalesce((SELECT jsonb_agg(jsonb_build_object('id', k.id, 'at', k.corrected_at, 'by', k.corrected_by,
    'byLatin', CASE WHEN c.display_name = k.corrected_by THEN c.display_name_latin ELSE '' END, 'reason', k.reason,
    'text', k.explanation, 'lines', k.lines) ORDER BY k.corrected_at, k.id)
  FROM dispense_correction k JOIN account c ON c.id = k.account_id WHERE k.dispense_id = d.id), '[]')`;
const dispenses = `SELECT ${dispenseColumns}, ph.name AS "pharmacyName", ${corrections} AS corrections,
    CASE WHEN a.display_name = d.dispensed_by THEN a.display_name_latin ELSE '' END AS "dispensedByLatin"
  FROM dispense d JOIN pharmacy ph ON ph.id = d.pharmacy_id JOIN account a ON a.id = d.account_id`;
const cancellationColumns = columnsOf(dispensingCancellationEntity, 'd');

/** Stores claims, dispenses and cancellation requests. Every change runs under the prescription’s lock. */
export class ClaimRepository {
  async insert(tx: Tx, row: Pick<DispensingClaimRow, 'id' | 'prescriptionId' | 'pharmacyId' | 'accountId'>) {
    await tx.manager.insert(dispensingClaimEntity, { ...row, hospitalId: tx.hospitalId, claimedAt: tx.now });
  }

  async end(tx: Tx, id: string, as: ClaimEnd, reason: string | null): Promise<void> {
    const ended = { endedAt: tx.now, endedAs: as, endReason: reason };
    await tx.manager.update(dispensingClaimEntity, { id }, ended);
  }

  async find(tx: Tx, id: string): Promise<ClaimRow | null> {
    const [row] = await tx.query<ClaimRow>(`${claims} WHERE c.id = $1`, [id]);
    return row ?? null;
  }

  openOf(tx: Tx, prescriptionIds: readonly string[]): Promise<ClaimRow[]> {
    return tx.query<ClaimRow>(`${claims} WHERE c.prescription_id = ANY($1) AND c.ended_at IS NULL`, [prescriptionIds]);
  }

  openOfPharmacy(tx: Tx, pharmacyId: string): Promise<ClaimRow[]> {
    return tx.query<ClaimRow>(`${claims} WHERE c.pharmacy_id = $1 AND c.ended_at IS NULL ORDER BY c.prescription_id`, [
      pharmacyId,
    ]);
  }

  /** Returns claims newest first, one more than the limit; `q` is part of the prescription’s number. */
  list(
    tx: Tx,
    pharmacyId: string,
    query: { limit: number; before: Place | null; open: boolean; q: string },
  ): Promise<ClaimRow[]> {
    const timed = timedBy('c.claimed_at', 'c.id', 'desc', 4);
    return tx.query<ClaimRow>(
      `${claims} JOIN prescription p ON p.id = c.prescription_id
       WHERE c.pharmacy_id = $1 AND (c.ended_at IS NULL) = $2 AND ($3 = '' OR position(upper($3) in p.number) > 0)
         AND ${timed.where}
       ORDER BY ${timed.order} LIMIT $6`,
      [pharmacyId, query.open, query.q, ...placeValues(query.before), query.limit + 1],
    );
  }

  async addDispense(tx: Tx, row: Omit<StoredDispense, 'hospitalId'>): Promise<void> {
    await tx.manager.insert(dispenseEntity, { ...row, hospitalId: tx.hospitalId });
  }

  dispensesOf(tx: Tx, prescriptionIds: readonly string[]): Promise<DispenseRow[]> {
    return tx.query<DispenseRow>(`${dispenses} WHERE d.prescription_id = ANY($1) ORDER BY d.dispensed_at, d.id`, [
      prescriptionIds,
    ]);
  }

  async findDispense(tx: Tx, id: string): Promise<DispenseRow | null> {
    const [row] = await tx.query<DispenseRow>(`${dispenses} WHERE d.id = $1`, [id]);
    return row ?? null;
  }

  /** Returns false when a correction with that id exists. */
  addCorrection(tx: Tx, row: Omit<DispenseCorrectionRow, 'hospitalId' | 'correctedAt'>): Promise<boolean> {
    const added = { ...row, hospitalId: tx.hospitalId, correctedAt: tx.now };
    return insertUnlessThere(tx, dispenseCorrectionEntity, added);
  }

  async askCancellation(tx: Tx, id: string, claim: ClaimRow, reason: string): Promise<void> {
    const asked = { id, hospitalId: tx.hospitalId, prescriptionId: claim.prescriptionId, claimId: claim.id, reason };
    await insertUnlessThere(tx, dispensingCancellationEntity, { ...asked, askedAt: tx.now });
  }

  async answerCancellation(tx: Tx, id: string, agreed: boolean, note: string): Promise<void> {
    const answer = { answeredAt: tx.now, agreed, answerNote: note };
    await tx.manager.update(dispensingCancellationEntity, { id }, answer);
  }

  /** Returns the latest request per prescription. */
  cancellationsOf(tx: Tx, prescriptionIds: readonly string[]): Promise<CancellationRow[]> {
    return tx.query<CancellationRow>(
      `SELECT DISTINCT ON (d.prescription_id) ${cancellationColumns} FROM dispensing_cancellation d
       WHERE d.prescription_id = ANY($1) ORDER BY d.prescription_id, d.asked_at DESC`,
      [prescriptionIds],
    );
  }

  /** Returns the unanswered request for this claim. */
  openCancellation(tx: Tx, claimId: string): Promise<CancellationRow | null> {
    return tx.manager.findOneBy(dispensingCancellationEntity, { claimId, answeredAt: IsNull() });
  }
}
