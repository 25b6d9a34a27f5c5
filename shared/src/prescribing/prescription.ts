import { defineStateMachine } from '../core/state-machine.ts';

/**
 * FHIR MedicationRequest.status: draft → draft; signed, under-review, approved, dispensing → active; dispensed →
 * completed; rejected, cancelled → cancelled; expired → stopped.
 */
export const prescriptionStatuses = [
  'draft',
  'signed',
  'under-review',
  'approved',
  'rejected',
  'dispensing',
  'dispensed',
  'cancelled',
  'expired',
] as const;
export type PrescriptionStatus = (typeof prescriptionStatuses)[number];

export const prescriptionMachine = defineStateMachine({
  name: 'prescription',
  initial: 'draft',
  states: prescriptionStatuses,
  transitions: {
    sign: { from: ['draft'], to: 'signed' },
    'start-review': { from: ['signed'], to: 'under-review' },
    'release-review': { from: ['under-review'], to: 'signed' },
    approve: { from: ['signed', 'under-review'], to: 'approved' },
    reject: { from: ['signed', 'under-review'], to: 'rejected' },
    'start-dispensing': { from: ['approved'], to: 'dispensing' },
    'release-dispensing': { from: ['dispensing'], to: 'approved' },
    dispense: { from: ['dispensing'], to: 'dispensed' },
    cancel: { from: ['draft', 'signed', 'under-review', 'approved'], to: 'cancelled' },
    // A claimed prescription is withdrawn only with the pharmacy’s agreement, because only the pharmacy knows what the patient already has.
    'agree-cancel': { from: ['dispensing'], to: 'cancelled' },
    expire: { from: ['signed', 'under-review', 'approved', 'dispensing'], to: 'expired' },
  },
  refusedWith: 'prescription.transition-refused',
});

/** The review of a prescription by a pharmacist (FHIR Task). */
export const reviewStatuses = ['requested', 'in-progress', 'completed', 'rejected', 'cancelled'] as const;
export type ReviewStatus = (typeof reviewStatuses)[number];

export const reviewMachine = defineStateMachine({
  name: 'review',
  initial: 'requested',
  states: reviewStatuses,
  transitions: {
    start: { from: ['requested'], to: 'in-progress' },
    release: { from: ['in-progress'], to: 'requested' },
    approve: { from: ['in-progress'], to: 'completed' },
    reject: { from: ['in-progress'], to: 'rejected' },
    cancel: { from: ['requested', 'in-progress'], to: 'cancelled' },
  },
  refusedWith: 'review.transition-refused',
});

/** Why a pharmacist rejects a prescription; a free text accompanies it. */
export const rejectionReasons = [
  'dose',
  'interaction',
  'allergy',
  'duplicate-therapy',
  'indication',
  'quantity',
  'incomplete',
  'rule',
  'other',
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

/**
 * Returns the last minute for dispensing, as an ISO instant for display: the validity ends with its last day, and midnight would read as one day
 * more.
 */
export const lastMinuteOf = (validUntil: string): string => new Date(Date.parse(validUntil) - 60_000).toISOString();
