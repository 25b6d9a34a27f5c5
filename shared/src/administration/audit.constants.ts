import type { AuditAction } from '../core/audit.ts';

export const auditOutcomes = ['done', 'denied'] as const;

/** Maximum events in one export; a larger one needs a narrower time range. */
export const maxExportedEvents = 100_000;

/** What a search can be limited to: access to records and changes, without the routine reads below. */
export const auditScopes = ['access-and-changes'] as const;

/** Reads of lists, settings and figures. They are left out of “access and changes” where they show no patient and were not denied. */
export const routineReads: readonly AuditAction[] = [
  'queue.work-read',
  'queue.read',
  'schedule.read',
  'schedule.day-read',
  'waitlist.read',
  'rating.listed',
  'template.listed',
  'repeat.listed',
  'review.listed',
  'dispensing.listed',
  'pharmacy.listed',
  'list.read',
  'certificate.listed',
  'staff.listed',
  'staff.read',
  'staff.application-read',
  'department.listed',
  'wording.listed',
  'wording.read',
  'brand.read',
  'settings.read',
  'price.listed',
  'price.read',
  'consent.listed',
  'consent.draft-read',
  'metrics.read',
  'audit.read',
];

/** Maximum number of patients that a search by name returns. */
export const maxFoundPatients = 10;
