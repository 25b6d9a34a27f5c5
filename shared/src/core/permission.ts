/**
 * Roles in a hospital; one account may have several. A guest is a third person in one call, by invitation, without further rights. A dispenser works
 * at the counter of a pharmacy; a supervisor is a pharmacist who may take over a colleague’s review. An applicant was invited as a practitioner and
 * waits for an administrator to confirm their licence. A receptionist moves and cancels appointments of all doctors and sees no record.
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
] as const;
export type Role = (typeof roles)[number];

/** Returns whether an account with these roles works for the hospital or a pharmacy; it signs in with two factors. */
export const isStaff = (held: readonly Role[]) => held.some((role) => role !== 'patient' && role !== 'guest');

/**
 * The permission table: which role may make which request. The module's policy then decides whether this patient or visit is the caller's own.
 * President and administrator never have a permission that opens a chart.
 */
export const permissionTable = {
  'account.read-own': [
    'patient',
    'doctor',
    'pharmacist',
    'president',
    'administrator',
    'dispenser',
    'applicant',
    'receptionist',
  ],
  'account.change-contact': ['patient', 'doctor', 'pharmacist', 'president', 'administrator', 'receptionist'],
  'account.security': [
    'patient',
    'doctor',
    'pharmacist',
    'president',
    'administrator',
    'dispenser',
    'applicant',
    'receptionist',
  ],
  'passkey.own': ['patient'],
  'account.close': ['patient'],
  'closing.read': ['administrator'],
  'identity.prove': ['patient'],
  'record.export': ['patient'],
  'family.manage': ['patient'],
  'family.act': ['patient'],
  'notification.read-own': [
    'patient',
    'doctor',
    'pharmacist',
    'president',
    'administrator',
    'dispenser',
    'supervisor',
    'applicant',
    'receptionist',
  ],
  'second-factor.own': ['doctor', 'pharmacist', 'president', 'administrator', 'dispenser', 'applicant', 'receptionist'],
  'directory.read': ['patient', 'doctor', 'pharmacist', 'president', 'administrator', 'applicant', 'receptionist'],
  'portrait.manage': ['doctor', 'administrator'],
  'duty.set-own': ['doctor'],
  'schedule.manage': ['doctor', 'administrator'],
  'appointment.book': ['patient'],
  'front-desk.work': ['receptionist'],
  'appointment.reassign': ['administrator', 'receptionist'],
  'visit.book': ['patient'],
  'visit.read': ['patient', 'doctor'],
  'visit.rate': ['patient'],
  'rating.read': ['doctor', 'administrator'],
  'visit.check-in': ['patient'],
  'visit.leave': ['patient'],
  'visit.conduct': ['doctor'],
  'queue.read': ['doctor'],
  'call.join': ['patient', 'doctor', 'guest'],
  'call.invite': ['patient', 'doctor'],
  'call.agree': ['patient'],
  'chat.read': ['patient', 'doctor'],
  'chat.write': ['patient', 'doctor'],
  'chart.read': ['patient', 'doctor', 'pharmacist'],
  'chart.propose': ['patient', 'doctor'],
  'chart.read-looks': ['patient'],
  'chart.break-glass': ['doctor'],
  'note.read': ['doctor'],
  'note.write': ['doctor'],
  'diagnosis.write': ['doctor'],
  'document.read': ['patient', 'doctor'],
  'document.write': ['doctor'],
  'terminology.search': ['doctor', 'pharmacist', 'patient', 'administrator'],
  'list.manage': ['administrator'],
  'knowledge.read': ['doctor', 'pharmacist', 'administrator'],
  'knowledge.decide': ['doctor', 'pharmacist'],
  'rules.read': ['doctor', 'pharmacist', 'president', 'administrator'],
  'prescription.read': ['patient', 'doctor', 'pharmacist'],
  'prescription.write': ['doctor'],
  'template.use': ['doctor'],
  'repeat.ask': ['patient'],
  'repeat.read': ['patient', 'doctor'],
  'repeat.decide': ['doctor'],
  'review.read': ['pharmacist'],
  'review.decide': ['pharmacist'],
  'review.take-over': ['supervisor'],
  'review.talk': ['pharmacist', 'doctor'],
  'dispensing.work': ['dispenser'],
  'pharmacy.manage': ['administrator'],
  'staff.manage': ['administrator'],
  'application.own': ['applicant'],
  'department.manage': ['administrator'],
  'settings.manage': ['administrator'],
  'price.manage': ['administrator'],
  'consent.manage': ['administrator'],
  'metrics.read': ['president', 'administrator'],
  'metrics.rebuild': ['administrator'],
  'certificate.manage': ['administrator'],
  'record.hold': ['administrator'],
  'audit.read': ['administrator'],
  'audit.export': ['administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissionTable;

export function permits(held: readonly Role[], permission: Permission): boolean {
  return (permissionTable[permission] as readonly Role[]).some((role) => held.includes(role));
}
