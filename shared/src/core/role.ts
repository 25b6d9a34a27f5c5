/**
 * Roles in a hospital; one account may have several. A guest is a third person in one call, by invitation, without further rights. A dispenser works
 * at the counter of a pharmacy; a supervisor is a pharmacist who may take over a colleague’s review. An applicant was invited as a practitioner and
 * waits for an administrator to confirm their licence. A receptionist moves and cancels appointments of all doctors and sees no record. A department
 * head is a doctor who also sees the queue and the figures of their own departments.
 */
export const roles = [
  'patient',
  'doctor',
  'pharmacist',
  'president',
  'administrator',
  'guest',
  'dispenser',
  'supervisor',
  'applicant',
  'receptionist',
  'department-head',
] as const;
export type Role = (typeof roles)[number];

/** Returns whether an account with these roles works for the hospital or a pharmacy; it signs in with two factors. */
export const isStaff = (held: readonly Role[]) => held.some((role) => role !== 'patient' && role !== 'guest');
