import { prescriptionMachine } from '@yunzhen/shared/prescribing/prescription';
import { AppError } from '@yunzhen/shared/core/errors';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { Actor } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { emitEvent } from '../../core/domain-events.ts';
import type { RecordEventType } from '../../core/record-events.ts';
import type { CancellationService } from '../endings/cancellation.service.ts';
import type { MedicineProduct } from '../../catalogues/index.ts';
import { saveChange } from '../prescription-changes.ts';
import type { PrescriptionRow } from '../prescription.entity.ts';
import { readerOf } from '../prescription.policy.ts';
import type { PrescriptionWithSurroundings } from '../prescription.repository.ts';
import { isCodeSecret } from '../../signing/index.ts';
import { allergyNames } from '../safety/recognition/stated-names.ts';
import { checkRecord } from '../verification/record-check.ts';
import { substitutesFor } from './substitution.ts';
import type { PrescribingPart } from '../prescribing-part.ts';

interface DispensableRecordsDeps extends PrescribingPart<'repository' | 'signing' | 'formularies' | 'chart' | 'hooks'> {
  cancellation: CancellationService;
}

/** A prescription with the names around it and the allergies on the chart, for the pharmacy that has claimed it. */
export interface DispensableRecord {
  prescription: PrescriptionWithSurroundings;
  allergies: {
    /** As recorded. */
    substance: string;
    /** The recognised names; empty when none is known. */
    names: LocalizedText[];
  }[];
  /** False: an empty list does not mean that there are none. */
  allergiesStated: boolean;
}

/** Changes prescriptions for the commands of dispensing, in the transaction of those commands. */
export class DispensableRecords extends Service<DispensableRecordsDeps> {
  /** Locks the prescription of a scanned code. Returns null for a wrong secret or an unknown prescription. */
  async lockByCode(tx: Tx, id: string, secret: string): Promise<PrescriptionRow | null> {
    const row = await this.deps.repository.lock(tx, id);
    return isCodeSecret(row?.secretHash, secret) ? row : null;
  }

  lock(tx: Tx, id: string): Promise<PrescriptionRow> {
    return this.deps.repository.lockExisting(tx, id);
  }

  /** Returns whether the record still matches what doctor and pharmacist signed. */
  async isAsSigned(tx: Tx, row: PrescriptionRow): Promise<boolean> {
    const { signing, repository } = this.deps;
    const [surrounded] = await repository.surround(tx, [row]);
    if (!surrounded) return false;
    return checkRecord(surrounded, await repository.signaturesOf(tx, row.id), await signing.trust(tx)).reason === null;
  }

  async read(tx: Tx, id: string): Promise<DispensableRecord> {
    const { repository, chart } = this.deps;
    const row = await repository.find(tx, id);
    const [prescription] = row ? await repository.surround(tx, [row]) : [];
    if (!prescription) throw new AppError('resource.not-found', 'prescription not found');
    const facts = await chart.facts(tx, prescription.patientId);
    const formulary = await this.deps.formularies.of(tx);
    const names = allergyNames(formulary, facts.allergies);
    return {
      prescription,
      allergies: facts.allergies.map(({ substance }, at) => ({ substance, names: names[at] ?? [] })),
      allergiesStated: facts.allergiesStated,
    };
  }

  /** Throws `resource.not-found` unless the actor is a patient, doctor or pharmacist with access to the prescription. */
  async assertReadable(tx: Tx, actor: Actor, id: string): Promise<void> {
    const row = await this.deps.repository.find(tx, id);
    if (!row || !readerOf(actor, row)) throw new AppError('resource.not-found', 'prescription not found');
  }

  /** Returns a signed prescription of the patient. Throws `resource.not-found` for another’s. */
  async ofPatient(tx: Tx, actor: Actor, id: string): Promise<PrescriptionRow> {
    const row = await this.deps.repository.find(tx, id);
    if (!row || readerOf(actor, row) !== 'patient') throw new AppError('resource.not-found', 'prescription not found');
    return row;
  }

  /** Returns the account whose pages show the prescription to the patient, and to guardians who act for them. */
  async patientAccountOf(tx: Tx, row: PrescriptionRow): Promise<string | null> {
    const [surrounded] = await this.deps.repository.surround(tx, [row]);
    return surrounded?.around.patientAccountId ?? null;
  }

  claim(tx: Tx, row: PrescriptionRow): Promise<void> {
    row.status = prescriptionMachine.next(row.status, 'start-dispensing');
    return this.announce(tx, row, 'prescription.claimed');
  }

  release(tx: Tx, row: PrescriptionRow): Promise<void> {
    row.status = prescriptionMachine.next(row.status, 'release-dispensing');
    return this.announce(tx, row, 'prescription.released');
  }

  /** Marks the prescription as fully dispensed. */
  complete(tx: Tx, row: PrescriptionRow): Promise<void> {
    row.status = prescriptionMachine.next(row.status, 'dispense');
    return this.announce(tx, row, 'prescription.dispensed');
  }

  /** Cancels the prescription after the pharmacy that claimed it agreed. */
  async agreeCancel(tx: Tx, row: PrescriptionRow, reason: string): Promise<void> {
    row.status = prescriptionMachine.next(row.status, 'agree-cancel');
    await this.deps.cancellation.withdraw(tx, row, reason);
  }

  /** Saves the row as a new version and publishes an event to doctor, patient and pharmacists. */
  async announce(tx: Tx, row: PrescriptionRow, type: RecordEventType & `prescription.${string}`): Promise<void> {
    await emitEvent(tx, type, await saveChange(tx, this.deps, row));
  }

  /** Returns a lookup of substitutes in the formulary that the hospital uses. */
  async substitutes(tx: Tx): Promise<(productId: string) => MedicineProduct[]> {
    const formulary = await this.deps.formularies.of(tx);
    return (productId) => substitutesFor(formulary, productId);
  }
}
