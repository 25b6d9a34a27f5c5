import { expect, it } from 'vitest';
import { auditActions } from '@yunzhen/shared/core/audit';
import { recordLooks } from './record-looks.ts';

/** Actions of these names show something. */
const shows = /[.-](read|listed|searched|printed|previewed|exported|fetched|claimed)$/;

/** They show no patient to anyone else. */
const others = {
  // Only the patient, or a guardian who acts for the patient, can do this.
  own: [
    'bill.read',
    'chart.looks-read',
    'identity.read',
    'intake.danger-page-read',
    'intake.draft-read',
    'rating.read',
    'record.export-fetched',
    'waitlist.read',
  ],
  // Between the people of a call; nothing of the record.
  call: ['call.keys-read', 'call.read'],
  // Comments and figures without a person.
  unnamed: ['metrics.exported', 'metrics.read', 'rating.listed'],
  // Names a visit and no patient: ids and hashes of its entries.
  proof: ['audit.proof-exported'],
  hospital: [
    'brand.read',
    'certificate.listed',
    'consent.draft-read',
    'consent.listed',
    'department.listed',
    'knowledge.read',
    'list.read',
    'pharmacy.listed',
    'price.listed',
    'price.read',
    // Booked patients are shown by their initials to others than their doctor.
    'schedule.read',
    'settings.read',
    'staff.application-read',
    'staff.exported',
    'staff.listed',
    'staff.read',
    'template.listed',
    'wording.listed',
    'wording.read',
  ],
};

it('counts every action that shows a patient, so that a new one is decided on', () => {
  expect([...recordLooks, ...Object.values(others).flat()].sort()).toEqual(
    auditActions.filter((action) => shows.test(action)).sort(),
  );
});
