import { EntitySchema } from 'typeorm';
import type { Intake } from '@yunzhen/shared/visits/visits.contract';
import type { DismissedFlag } from './requests/red-flag-guard.ts';
import type { VisitPriority, VisitStatus } from '@yunzhen/shared/visits/visit';

/** A visit as it is stored (FHIR Encounter of class VR). */
export interface VisitRow {
  id: string;
  hospitalId: string;
  patientId: string;
  departmentId: string;
  practitionerId: string;
  status: VisitStatus;
  version: number;
  kind: 'walk-in' | 'booked';
  priority: VisitPriority;
  redFlags: DismissedFlag[];
  /** What the patient was told at check-in of how long they would wait; null where nothing could be said. */
  toldWaitMinutes: number | null;
  complaint: string;
  intake: Intake | null;
  deviceCheck: 'passed' | 'skipped' | null;
  createdAt: Date;
  checkedInAt: Date | null;
  /** The time of the appointment that it was booked for; null for a walk-in. */
  bookedFor: Date | null;
  /** When it stands in the queue within its priority; null before check-in. */
  queueAt: Date | null;
  admittedAt: Date | null;
  endedAt: Date | null;
  endReason: string | null;
  summary: string | null;
  /** First and last day (ISO dates) between which the doctor would like to see the patient again. */
  followUp: { from: string; until: string } | null;
  /** The media node that holds the calls of this visit, and which start of its process. */
  mediaNodeId: string | null;
  mediaNodeIncarnation: string | null;
  /** Rises with every change of what the api wants of the call’s room. */
  roomRevision: number;
  /** The patient is apart while the others confer. */
  held: boolean;
  /** Since when nobody is its doctor, as far as it was noticed; null while somebody is. */
  doctorGoneAt: Date | null;
}

export const visitEntity = new EntitySchema<VisitRow>({
  name: 'visit',
  tableName: 'visit',
  columns: {
    id: { type: 'uuid', primary: true },
    hospitalId: { type: 'uuid', name: 'hospital_id' },
    patientId: { type: 'uuid', name: 'patient_id' },
    departmentId: { type: 'uuid', name: 'department_id' },
    practitionerId: { type: 'uuid', name: 'practitioner_id' },
    status: { type: 'text' },
    version: { type: 'int' },
    kind: { type: 'text' },
    priority: { type: 'text' },
    redFlags: { type: 'jsonb', name: 'red_flags' },
    toldWaitMinutes: { type: 'int', name: 'told_wait_minutes', nullable: true },
    complaint: { type: 'text' },
    intake: { type: 'jsonb', nullable: true },
    deviceCheck: { type: 'text', name: 'device_check', nullable: true },
    createdAt: { type: 'timestamptz', name: 'created_at' },
    checkedInAt: { type: 'timestamptz', name: 'checked_in_at', nullable: true },
    bookedFor: { type: 'timestamptz', name: 'booked_for', nullable: true },
    queueAt: { type: 'timestamptz', name: 'queue_at', nullable: true },
    admittedAt: { type: 'timestamptz', name: 'admitted_at', nullable: true },
    endedAt: { type: 'timestamptz', name: 'ended_at', nullable: true },
    endReason: { type: 'text', name: 'end_reason', nullable: true },
    summary: { type: 'text', nullable: true },
    followUp: { type: 'jsonb', name: 'follow_up', nullable: true },
    mediaNodeId: { type: 'text', name: 'media_node_id', nullable: true },
    mediaNodeIncarnation: { type: 'uuid', name: 'media_node_incarnation', nullable: true },
    roomRevision: { type: 'int', name: 'room_revision' },
    held: { type: 'boolean' },
    doctorGoneAt: { type: 'timestamptz', name: 'doctor_gone_at', nullable: true },
  },
});
