import { EntitySchema } from 'typeorm';
import type { ReviewMatch } from '@yunzhen/shared/review/review-checklist';
import type { ReviewStatus } from '@yunzhen/shared/prescribing/prescription';

/** A pharmacist’s review of one prescription (FHIR Task). */
export interface ReviewRow {
  id: string;
  hospitalId: string;
  prescriptionId: string;
  status: ReviewStatus;
  version: number;
  requestedAt: Date;
  startedAt: Date | null;
  decidedAt: Date | null;
  pharmacistId: string | null;
  /** Until when it stays with its pharmacist without a sign of life. */
  heldUntil: Date | null;
  checklist: ReviewMatch[] | null;
  /** The last take-over by a supervisor, in four columns that are filled together. */
  takenOverFrom: string | null;
  takenOverBy: string | null;
  takenOverReason: string | null;
  takenOverAt: Date | null;
}

export const reviewEntity = new EntitySchema<ReviewRow>({
  name: 'Review',
  tableName: 'review',
  columns: {
    id: { type: 'uuid', primary: true },
    hospitalId: { name: 'hospital_id', type: 'uuid' },
    prescriptionId: { name: 'prescription_id', type: 'uuid' },
    status: { type: 'text' },
    version: { type: 'int' },
    requestedAt: { name: 'requested_at', type: 'timestamptz' },
    startedAt: { name: 'started_at', type: 'timestamptz', nullable: true },
    decidedAt: { name: 'decided_at', type: 'timestamptz', nullable: true },
    pharmacistId: { name: 'pharmacist_id', type: 'uuid', nullable: true },
    heldUntil: { name: 'held_until', type: 'timestamptz', nullable: true },
    checklist: { type: 'jsonb', nullable: true },
    takenOverFrom: { name: 'taken_over_from', type: 'uuid', nullable: true },
    takenOverBy: { name: 'taken_over_by', type: 'uuid', nullable: true },
    takenOverReason: { name: 'taken_over_reason', type: 'text', nullable: true },
    takenOverAt: { name: 'taken_over_at', type: 'timestamptz', nullable: true },
  },
});
