import type { ErrorTexts } from '../../../core/i18n/message-shape.ts';

/** Errors that only staff, pharmacy and verification pages can meet. */
export default {
  'visit.patient-present': {
    title: 'The patient is in the waiting room',
    text: 'You don’t need to call them. You can admit them now.',
  },
  'auth.second-factor-required': {
    title: 'A second factor is required',
    text: 'Nothing was changed. Enter your authenticator code or use your passkey, then try again.',
  },
  'auth.first-factor-unproven': {
    title: 'Enter a code first',
    text: 'Your first second factor needs the code that we send to you or an administrator hands to you. Nothing was changed.',
  },
  'auth.devices-not-trusted': {
    title: 'Device not trusted',
    text: 'Your hospital asks for the second factor at every sign-in.',
  },
  'auth.second-factor-refused': {
    title: 'Wrong second factor',
    text: 'Nothing was changed. Each code works once. Wait for the next code and enter it.',
  },
  'auth.last-second-factor': {
    title: 'This is your last second factor',
    text: 'You need one to sign in. Add another, then remove this one.',
  },
  'observation.unusual': {
    title: 'This value is unusual',
    text: 'Nothing was saved. Check the value and its unit. If they are right, save again.',
  },
  'visit.not-in-progress': {
    title: 'The visit is not in progress',
    text: 'Nothing was changed. This is only possible during the visit.',
  },
  'visit.colleague-unavailable': {
    title: 'This colleague cannot take patients now',
    text: 'The patient stays with you. Choose a colleague who is on duty and not on a break.',
  },
  'visit.diagnosis-missing': {
    title: 'A primary diagnosis is missing',
    text: 'The visit stays open. Add a primary diagnosis, then complete it.',
  },
  'visit.first-visit': {
    title: 'This is a first visit',
    text: 'The visit stays open. End it with a referral to in-person care, or withdraw “First visit” under “Follow-up or first visit”.',
  },
  'visit-basis.not-required': {
    title: 'This visit needs no mark',
    text: 'Nothing was saved. The rules of this hospital do not ask for follow-up or first visit.',
  },
  'visit-basis.evidence-unusable': {
    title: 'This evidence does not count',
    text: 'Nothing was saved. It is too old, has no pages or proves another diagnosis. Choose other evidence, or mark a first visit.',
  },
  'visit-basis.not-opened': {
    title: 'Open every page first',
    text: 'Nothing was saved. Open all pages of the evidence, then mark the follow-up.',
  },
  'visit-basis.prescribed': {
    title: 'You prescribed in this visit',
    text: 'Nothing was changed. While your prescription is valid or dispensed, this visit stays a follow-up. If it was not dispensed yet, cancel it first.',
  },
  'visit.note-unsigned': {
    title: 'The note is not signed',
    text: 'The visit stays open. Sign the note, then complete the visit.',
  },
  'note.signed': { title: 'The note is signed', text: 'A signed note cannot be changed.' },
  'note.incomplete': {
    title: 'The note is not complete',
    text: 'It is saved as a draft. Complete it, then sign it.',
  },
  'note.not-signed': { title: 'The note is still a draft', text: 'Edit the draft instead of adding to it.' },
  'note.snippet-taken': { title: 'You already have a snippet with this trigger', text: 'Choose another trigger.' },
  'note.snippets-full': {
    title: 'You have reached the snippet limit',
    text: 'Delete one that you no longer use.',
  },
  'document.incomplete': {
    title: 'The document is not complete',
    text: 'It is saved as a draft. Complete the marked fields, then sign it.',
  },
  'document.too-many': {
    title: 'You have reached the document limit for this visit',
    text: 'Your documents are saved.',
  },
  'prescription.empty': {
    title: 'The prescription has no medicines',
    text: 'Nothing was signed. Add a medicine first.',
  },
  'prescription.item-invalid': {
    title: 'A line of the prescription needs correcting',
    text: 'Nothing was signed. Correct the marked line.',
  },
  'prescription.issue-unacknowledged': {
    title: 'An alert needs an answer',
    text: 'Nothing was signed. Enter an override reason for each alert, or change the line.',
  },
  'prescription.issue-not-overridable': {
    title: 'This medicine is contraindicated',
    text: 'Nothing was signed. Change or remove the marked line.',
  },
  'prescription.unchecked-unseen': {
    title: 'A safety check did not complete',
    text: 'Nothing was signed. The page shows what was not checked. Review it manually before you sign.',
  },
  'prescription.rule-blocked': {
    title: 'A prescribing rule blocks this prescription',
    text: 'Nothing was signed. The rule is shown next to the prescription.',
  },
  'prescription.diagnosis-missing': {
    title: 'A diagnosis is missing',
    text: 'Nothing was signed. Add a diagnosis for this prescription.',
  },
  'prescription.no-credential': {
    title: 'You have no signing certificate yet',
    text: 'Nothing was signed. The draft is saved. Ask the administrator to issue your certificate.',
  },
  'signing.key-unavailable': {
    title: 'The hospital’s key service cannot be reached',
    text: 'Nothing was signed or changed. Your text is saved. Try again in a few minutes.',
  },
  'list.too-many': {
    title: 'Too many uploads in 24 hours',
    text: 'Nothing was saved. Earlier uploads are still here. Try again tomorrow.',
  },
  'list.not-ready': {
    title: 'This file cannot be activated',
    text: 'It is still being processed, or it was cancelled or rejected. Nothing was changed.',
  },
  'knowledge.transition-refused': {
    title: 'This decision has changed',
    text: 'A colleague checked, signed or withdrew it. The page shows the current state.',
  },
  'knowledge.decision-open': {
    title: 'A decision about this rule is open',
    text: 'Nothing was saved. Sign or withdraw the open decision first.',
  },
  'knowledge.second-person': {
    title: 'A colleague must take this step',
    text: 'You took the step before. Nothing was changed.',
  },
  'knowledge.unchanged': {
    title: 'Nothing would change',
    text: 'Nothing was saved, because the result equals what is there already.',
  },
  'knowledge.release-unusable': {
    title: 'This release cannot be used',
    text: 'It differs from what was signed, or this version of the program cannot read it. The active rules have not changed.',
  },
  'review.transition-refused': {
    title: 'This review has changed',
    text: 'It was decided, or the doctor cancelled the prescription. The page shows the current state.',
  },
  'review.assigned-to-another': {
    title: 'A colleague is working on this review',
    text: 'Nothing was decided. Choose another review.',
  },
  'review.own-prescription': { title: 'This is your own prescription', text: 'Another pharmacist must review it.' },
  'review.checklist-incomplete': {
    title: 'The checklist is not complete',
    text: 'Nothing was decided. Tick all four checks first.',
  },
  'review.unchecked-unseen': {
    title: 'A safety check did not complete',
    text: 'Nothing was decided. The page shows which check did not run. Review it manually, then decide.',
  },
  'review.nothing-asked': {
    title: 'No open question',
    text: 'The pharmacist starts the discussion while the prescription is under review.',
  },
  'review.question-open': {
    title: 'The doctor has not answered your question',
    text: 'Nothing was decided. Wait for the answer, or give a reason for approving without it.',
  },
  'review.question-answered': {
    title: 'The doctor has answered',
    text: 'Nothing was decided. Read the answer, then decide.',
  },
  'dispensing.claimed-by-another': {
    title: 'Another pharmacy has claimed this prescription',
    text: 'Only that pharmacy can dispense it. The patient can ask them to release it.',
  },
  'dispensing.used': {
    title: 'Already dispensed',
    text: 'The full quantity was dispensed. Do not dispense it again.',
  },
  'dispensing.expired': {
    title: 'The prescription has expired',
    text: 'Do not dispense it. The patient needs a new prescription.',
  },
  'dispensing.cancelled': {
    title: 'The doctor has cancelled this prescription',
    text: 'Do not dispense it.',
  },
  'dispensing.not-approved': {
    title: 'Not approved by the pharmacist yet',
    text: 'Do not dispense it before approval. Try again when the patient’s page shows “Approved”.',
  },
  'dispensing.altered': {
    title: 'This does not match the signed prescription',
    text: 'Do not dispense it. Call the hospital.',
  },
  'dispensing.pack-expired': {
    title: 'This pack has expired',
    text: 'Nothing was dispensed. Take a pack that is in date.',
  },
  'dispensing.quantity-final': {
    title: 'The quantity can no longer be corrected',
    text: 'The claim has ended. Describe what happened in a correction without a change of quantity, and tell the hospital.',
  },
  'dispensing.claim-ended': {
    title: 'This claim has ended',
    text: 'Nothing more was dispensed. The page shows the current state.',
  },
  'dispensing.too-much': {
    title: 'More than the remaining quantity',
    text: 'Nothing was dispensed. Part of it may have been dispensed already. The page shows what remains.',
  },
  'dispensing.substitution-refused': {
    title: 'This substitution is not allowed',
    text: 'Nothing was dispensed. Choose one of the listed products.',
  },
  'dispensing.cancellation-asked': {
    title: 'The doctor wants to cancel this prescription',
    text: 'Answer the doctor first. Nothing was dispensed.',
  },
  'dispensing.no-cancellation': {
    title: 'Nothing to answer',
    text: 'The doctor has no open request to cancel.',
  },
  'dispensing.pharmacy-withdrawn': {
    title: 'This pharmacy no longer has access',
    text: 'The hospital has ended its access. Call the hospital.',
  },
  'dispensing.key-refused': {
    title: 'This key is not accepted',
    text: 'Check every character. The hospital can issue a new key.',
  },
  'prescription.already-dispensed': {
    title: 'Already dispensed',
    text: 'The full quantity was dispensed, so it can no longer be cancelled. Call the patient.',
  },
  'verification.unknown': {
    title: 'Prescription not found',
    text: 'The hospital has no prescription with this code. Do not dispense.',
  },
  'verification.document-invalid': {
    title: 'This document is not from this hospital',
    text: 'Choose the PDF or the signed record as you received it.',
  },
  'staff.last-administrator': {
    title: 'This is the last administrator',
    text: 'Nothing was changed. Give another person the role first, then try again.',
  },
  'staff.roles-refused': {
    title: 'These roles cannot be combined',
    text: 'Nothing was changed. Administrators must not open charts, and prescribers must not review their own prescriptions.',
  },
  'staff.practitioner-missing': {
    title: 'Licence details are missing',
    text: 'Nothing was changed. Clinicians need a title, a licence number and an expiry date.',
  },
  'staff.not-confirmed': {
    title: 'This person is not confirmed yet',
    text: 'Nothing was changed. Confirm their details first; this gives them their role.',
  },
  'staff.nothing-to-confirm': {
    title: 'There is nothing to confirm',
    text: 'Nothing was changed. The person has not sent their details, or someone else has confirmed or returned them.',
  },
  'staff.import-changed': {
    title: 'The file has to be checked again',
    text: 'No invitation was sent. A person of the file has joined or was invited since the check. Choose the file again.',
  },
  'department.in-use': {
    title: 'This department is in use',
    text: 'Nothing was removed, because visits or staff belong to it. Close it instead.',
  },
  'price.in-force': {
    title: 'This price list is already in effect',
    text: 'Nothing was changed. Publish a new price list instead.',
  },
  'consent.incomplete': {
    title: 'A language is missing',
    text: 'Nothing was published. Enter the heading and text in English and Chinese.',
  },
  'brand.colour-refused': {
    title: 'This colour has too little contrast',
    text: 'Nothing was published. The nearest readable colour is {nearest}.',
  },
  'signing.isolated-copy': {
    title: 'Signing is switched off in a restored copy',
    text: 'Nothing was signed or changed, because this copy has the hospital’s real keys. Use the hospital’s own system.',
  },
} satisfies Partial<ErrorTexts>;
