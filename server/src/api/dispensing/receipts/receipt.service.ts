import { createHash } from 'node:crypto';
import { z } from 'zod';
import { localizedText } from '@yunzhen/shared/core/common';
import type { SignedReceipt } from '@yunzhen/shared/dispensing/receipts.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { canonicalJson } from '../../../platform/signing/canonical-json.ts';
import { Service } from '../../../platform/service.ts';
import type { DispensableRecords } from '../../prescribing/index.ts';
import type { HospitalSeal } from '../../signing/index.ts';
import type { ClaimRepository, DispenseRow } from '../claims/claim.repository.ts';
import { statesOf, toReceipt } from '../claims/claim.view.ts';
import { packText } from '../claims/pack-text.ts';
import { requireDispenser, type PharmacyRepository } from '../pharmacies/pharmacy.repository.ts';
import { RECEIPT_JWS_TYPE, receiptJson } from './receipt-json.ts';

interface ReceiptServiceDeps {
  transactions: Transactions;
  claims: ClaimRepository;
  pharmacies: PharmacyRepository;
  records: DispensableRecords;
  hospitalSeal: Pick<HospitalSeal, 'read'>;
}

/** The name of the pharmacy at the time of dispensing, as signed. */
const namedPharmacy = z.looseObject({ pharmacy: z.looseObject({ name: localizedText }) });

/** Returns printable receipts to the issuing pharmacy and to readers of the prescription. */
export class ReceiptService extends Service<ReceiptServiceDeps> {
  /** Throws `resource.not-found` for another pharmacy’s receipt. */
  ofPharmacy(context: ActorContext, dispenseId: string): Promise<SignedReceipt> {
    const { transactions, pharmacies, claims } = this.deps;
    return transactions.run(context, async (tx) => {
      const who = await requireDispenser(pharmacies, tx, context.actor.accountId);
      const found = await claims.findDispense(tx, dispenseId);
      if (found?.pharmacyId !== who.pharmacyId) throw new AppError('resource.not-found', 'receipt not found');
      return this.#show(tx, found);
    });
  }

  /** Throws `resource.not-found` when the actor may not read the prescription, and for a receipt of another prescription. */
  ofPrescription(
    context: ActorContext,
    { prescriptionId, dispenseId }: { prescriptionId: string; dispenseId: string },
  ): Promise<SignedReceipt> {
    const { transactions, records, claims } = this.deps;
    return transactions.run(context, async (tx) => {
      await records.assertReadable(tx, context.actor, prescriptionId);
      const found = await claims.findDispense(tx, dispenseId);
      if (found?.prescriptionId !== prescriptionId) throw new AppError('resource.not-found', 'receipt not found');
      return this.#show(tx, found);
    });
  }

  async #show(tx: Tx, row: DispenseRow): Promise<SignedReceipt> {
    const { records, claims, hospitalSeal } = this.deps;
    const { prescription } = await records.read(tx, row.prescriptionId);
    const { around } = prescription;
    const all = await claims.dispensesOf(tx, [row.prescriptionId]);
    const until = all.slice(0, all.findIndex(({ id }) => id === row.id) + 1);
    const states = new Map(statesOf(prescription, until).map((state) => [state.itemId, state]));
    const signed = await hospitalSeal.read(tx, RECEIPT_JWS_TYPE, row.receipt);
    const pharmacyName = namedPharmacy.safeParse(signed).data?.pharmacy.name ?? row.pharmacyName;
    const asSigned = { ...row, pharmacyName };
    // The parts of a pack are not signed themselves: they must be the ones of the signed text.
    const holds =
      signed !== null &&
      row.lines.every(({ pack, note }) => !pack || packText(pack) === note) &&
      canonicalJson(signed) === canonicalJson(receiptJson(asSigned, prescription.number));
    await tx.audit('dispensing.receipt-read', {
      entity: 'dispense',
      entityId: row.id,
      patientId: prescription.patientId,
      details: { prescriptionId: prescription.id },
    });
    return {
      receipt: toReceipt(asSigned),
      hospital: around.hospitalName,
      timeZone: around.timeZone,
      prescription: {
        id: prescription.id,
        number: prescription.number,
        doctor: around.doctorName,
        doctorLatin: around.doctorNameLatin,
        issuedAt: (prescription.signedAt ?? prescription.createdAt).toISOString(),
        validUntil: (prescription.validUntil ?? prescription.createdAt).toISOString(),
      },
      patient: { name: around.patientName, nameLatin: around.patientNameLatin },
      items: prescription.items.map((item) => ({
        itemId: item.id,
        productName: item.productName,
        strength: item.strength,
        instruction: item.instruction,
        unit: item.quantity.unit,
        remaining: states.get(item.id)?.remaining ?? '0',
      })),
      signature: holds ? 'valid' : 'invalid',
      fingerprint: createHash('sha256').update(row.receipt).digest('hex'),
      jws: row.receipt,
    };
  }
}
