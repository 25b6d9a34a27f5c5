/**
 * Every error that our programs return. The code is the contract: clients translate it, tests name it, logs contain it. The HTTP status follows from
 * the code and is never chosen where the error is thrown.
 */
export const errorStatus = {
  // Invalid requests.
  'validation.failed': 400,
  'request.malformed': 400,
  'request.too-large': 413,
  'request.unsupported-media-type': 415,
  'request.precondition-required': 428,
  'request.rate-limited': 429,
  'request.idempotency-mismatch': 409,
  // Authentication.
  'auth.required': 401,
  'auth.invalid-credentials': 401,
  'auth.session-expired': 401,
  'auth.session-reused': 401,
  'auth.confirmation-failed': 403,
  'auth.second-factor-required': 403,
  'auth.second-factor-refused': 403,
  'auth.first-factor-unproven': 403,
  'auth.devices-not-trusted': 409,
  'auth.last-second-factor': 409,
  'auth.forbidden': 403,
  'auth.email-taken': 409,
  'auth.contact-taken': 409,
  'auth.code-refused': 403,
  'auth.proof-expired': 403,
  'auth.passkey-refused': 403,
  'auth.passkeys-full': 409,
  'account.agreement-needed': 409,
  'account.channel-missing': 503,
  'account.text-messages-used-up': 429,
  'auth.hospital-suspended': 403,
  'account.closing': 409,
  'account.closing-ended': 409,
  'account.closing-obstructed': 409,
  'account.closing-staff': 409,
  'push.no-service': 503,
  // Identity.
  'identity.no-service': 503,
  'identity.guardian-first': 409,
  'identity.other-person': 409,
  'identity.taken': 409,
  'visit.identity-needed': 409,
  // Guardianship.
  'family.acting': 409,
  'family.full': 409,
  'visit.guardian-needed': 409,
  // Copies of a record.
  'export.too-many': 429,
  'export.not-ready': 409,
  'export.expired': 410,
  'export.link-used': 410,
  'export.transition-refused': 409,
  // Resources. Another hospital's or another patient's resource is "not found", never "forbidden".
  'resource.not-found': 404,
  'resource.stale': 412,
  'resource.conflict': 409,
  // Visits.
  'visit.transition-refused': 409,
  'visit.not-in-progress': 409,
  'visit.not-your-visit': 403,
  'visit.already-open': 409,
  'visit.doctor-off-duty': 409,
  'visit.colleague-unavailable': 409,
  'visit.not-waiting': 409,
  'visit.patient-present': 409,
  'visit.doctor-not-late': 409,
  'visit.no-other-doctor': 409,
  'visit.consent-outdated': 409,
  'visit.red-flag': 409,
  'visit.diagnosis-missing': 409,
  'visit.note-unsigned': 409,
  'visit.first-visit': 409,
  'visit-basis.not-required': 409,
  'visit-basis.evidence-unusable': 409,
  'visit-basis.not-opened': 409,
  'visit-basis.prescribed': 409,
  'danger-page.unanswered': 409,
  'danger-page.expired': 409,
  'danger-page.outdated': 409,
  'intake.closed': 409,
  'intake.form-unknown': 409,
  'rating.closed': 409,
  // Appointments.
  'appointment.transition-refused': 409,
  'appointment.slot-taken': 409,
  'appointment.not-offered': 409,
  'appointment.hold-expired': 410,
  'appointment.extended-already': 409,
  'appointment.overlapping': 409,
  'appointment.too-many': 409,
  'appointment.too-many-changes': 429,
  'appointment.too-early': 409,
  'appointment.missed': 409,
  'waitlist.already-joined': 409,
  // Calls.
  'call.ticket-invalid': 401,
  'call.ticket-expired': 401,
  'call.ticket-used': 401,
  'call.ticket-wrong-node': 401,
  'call.not-joined': 409,
  'call.already-joined': 409,
  'call.replaced': 409,
  'call.not-found': 404,
  'call.not-permitted': 403,
  'call.invalid-parameters': 400,
  'call.busy': 503,
  'call.no-media-node': 503,
  'call.ended': 410,
  'call.removed': 403,
  'call.guest-limit': 409,
  'call.encrypted': 409,
  // Invitations of a guest into a call.
  'invitation.unusable': 410,
  'invitation.awaits-patient': 409,
  // Chat and attachments of a visit.
  'chat.closed': 409,
  'chat.message-differs': 409,
  'attachment.type-refused': 415,
  'attachment.unsafe': 400,
  'attachment.malware': 400,
  'attachment.not-scanned': 503,
  'attachment.too-many': 409,
  // Measured values.
  'observation.unusual': 409,
  // Notes.
  'note.signed': 409,
  'note.incomplete': 409,
  'note.not-signed': 409,
  'note.snippet-taken': 409,
  'note.snippets-full': 409,
  // Documents for the patient.
  'document.transition-refused': 409,
  'document.incomplete': 409,
  'document.too-many': 409,
  'document.file-pending': 409,
  'document.revoked': 410,
  // Prescriptions.
  'repeat.transition-refused': 409,
  'prescription.transition-refused': 409,
  'prescription.empty': 409,
  'prescription.item-invalid': 400,
  'prescription.issue-unacknowledged': 409,
  'prescription.issue-not-overridable': 409,
  'prescription.unchecked-unseen': 409,
  'prescription.rule-blocked': 409,
  'prescription.no-credential': 409,
  'prescription.document-pending': 409,
  'prescription.diagnosis-missing': 409,
  'signing.key-unavailable': 503,
  'signing.isolated-copy': 409,
  'clock.unreliable': 503,
  // A hospital’s own lists.
  'list.not-ready': 409,
  'list.too-many': 429,
  // Rules of the safety checks.
  'knowledge.transition-refused': 409,
  'knowledge.decision-open': 409,
  'knowledge.second-person': 403,
  'knowledge.unchanged': 409,
  'knowledge.release-unusable': 409,
  // Review.
  'review.transition-refused': 409,
  'review.assigned-to-another': 409,
  'review.own-prescription': 403,
  'review.checklist-incomplete': 409,
  'review.unchecked-unseen': 409,
  'review.nothing-asked': 409,
  'review.question-open': 409,
  'review.question-answered': 409,
  // Dispensing.
  'dispensing.claimed-by-another': 409,
  'dispensing.used': 409,
  'dispensing.expired': 409,
  'dispensing.cancelled': 409,
  'dispensing.not-approved': 409,
  'dispensing.altered': 409,
  'dispensing.claim-ended': 409,
  'dispensing.too-much': 409,
  'dispensing.pack-expired': 409,
  'dispensing.quantity-final': 409,
  'dispensing.substitution-refused': 409,
  'dispensing.cancellation-asked': 409,
  'dispensing.no-cancellation': 409,
  'dispensing.pharmacy-withdrawn': 403,
  'dispensing.key-refused': 401,
  'prescription.already-dispensed': 409,
  // The hospital’s own administration.
  'staff.last-administrator': 409,
  'staff.roles-refused': 409,
  'staff.practitioner-missing': 409,
  'staff.not-confirmed': 409,
  'staff.nothing-to-confirm': 409,
  'staff.import-changed': 409,
  'department.in-use': 409,
  'price.in-force': 409,
  'consent.incomplete': 409,
  'brand.colour-refused': 400,
  // Public verification of documents.
  'verification.unknown': 404,
  'verification.document-invalid': 400,
  // The move of a hospital to another installation.
  'hospital.moving': 503,
  'hospital.moved': 410,
  // The installation itself.
  'service.unavailable': 503,
  'service.draining': 503,
  internal: 500,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof errorStatus;

export const errorCodes = Object.keys(errorStatus) as ErrorCode[];

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(errorStatus, value);
}

/** One rejected field: a JSON path such as `items.0.dose.value` and a code for what is wrong. */
export interface FieldError {
  path: string;
  rule: string;
  /** What was expected, for developers; clients have their own text for `rule`. */
  expected?: string;
}

/** RFC 9457 problem document, the format of every error of the REST API. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ErrorCode;
  /** The request id, to quote to support. */
  instance: string;
  fields?: FieldError[];
  /** Facts that the client needs in order to act, e.g. the current version of a stale note. Never personal data. */
  facts?: Record<string, string | number | boolean>;
}

/** The one error class. `message` is for the log; people read the translation of `code`. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: FieldError[] | undefined;
  readonly facts: Problem['facts'];

  constructor(
    code: ErrorCode,
    message: string = code,
    more: { fields?: FieldError[]; facts?: NonNullable<Problem['facts']>; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause });
    this.name = 'AppError';
    this.code = code;
    this.fields = more.fields;
    this.facts = more.facts;
  }
}

/** Returns the HTTP status of an error. Pages do not need it, and so do not load the table. */
export const statusOf = ({ code }: AppError): number => errorStatus[code];
