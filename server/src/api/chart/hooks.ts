import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { ActiveMedicine } from '@yunzhen/shared/prescribing/active-medicine.schemas';
import type { Allergy, MedicationStatement } from '@yunzhen/shared/chart/chart.contract';
import type { Tx } from '../../platform/db/transaction.ts';
import { askHook, hook } from '../core/hook.ts';

export type ChartHooks = ReturnType<typeof chartHooks>;

export type StatedMedicine = Pick<MedicationStatement, 'productId' | 'text'>;
export type RecordedAllergy = Pick<Allergy, 'substance' | 'substanceCode'>;

/** The prescriptions of a visit, locked. */
export interface HeldPrescriptions {
  /** Practitioners with a signed prescription that is still in force or was dispensed. */
  inForceOf: ReadonlySet<string>;
  examineDraft(): Promise<void>;
}

/** What the chart requests from areas above it. */
export const chartHooks = () => ({
  /** Returns the names of each stated medicine in both languages, in input order. */
  onMedicineNamesAsked: askHook<(tx: Tx, stated: readonly StatedMedicine[]) => Promise<LocalizedText[][]>>(),
  /** Returns the names of each allergy in both languages, in input order. */
  onAllergyNamesAsked: askHook<(tx: Tx, recorded: readonly RecordedAllergy[]) => Promise<LocalizedText[][]>>(),
  /** Returns the medicines of the patient’s signed prescriptions that may still be taken. */
  onPrescribedAsked: askHook<(tx: Tx, patientId: string) => Promise<ActiveMedicine[]>>(),
  /** Locks the prescriptions of a visit before its basis changes, and examines the draft again afterwards. */
  onPrescriptionsHeld: askHook<(tx: Tx, visitId: string) => Promise<HeldPrescriptions>>(),
  /** A visit’s note was signed. */
  onNoteSigned: hook<[visitId: string]>(),
});
