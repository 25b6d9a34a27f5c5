import type { ErrorTexts } from '../../../core/i18n/message-shape.ts';

/** What may go wrong on the pages of staff, pharmacies and whoever checks a document alone. */
export default {
  'visit.patient-present': {
    title: 'The patient is there',
    text: 'Somebody who is in the waiting room need not be called. You can admit them.',
  },
  'auth.second-factor-required': {
    title: 'A second factor is needed',
    text: 'Nothing was signed. Give the code of your authenticator or use your passkey, then sign.',
  },
  'auth.second-factor-refused': {
    title: 'The second factor is not right',
    text: 'Nothing was signed. Each code is good once: wait for the next one and enter it.',
  },
  'auth.last-second-factor': {
    title: 'This is your last second factor',
    text: 'Without one you could not sign. Add another, then remove this one.',
  },
  'observation.unusual': {
    title: 'This value is unusual',
    text: 'Nothing was saved. Look again at the number and its unit; if it is right, save it as it is.',
  },
  'visit.not-in-progress': {
    title: 'The visit is not in progress',
    text: 'Nothing was changed. This can be done only while the visit goes on.',
  },
  'visit.colleague-unavailable': {
    title: 'This colleague can’t take patients now',
    text: 'The patient stays with you. Please choose a colleague who is on duty and not in a pause.',
  },
  'visit.diagnosis-missing': {
    title: 'A primary diagnosis is missing',
    text: 'The visit stays open. Add a primary diagnosis, then complete it.',
  },
  'visit.note-unsigned': {
    title: 'The note is not signed',
    text: 'The visit stays open. Sign the note, then complete the visit.',
  },
  'note.signed': { title: 'The note is signed', text: 'Its text does not change any more.' },
  'note.incomplete': {
    title: 'The note is not complete',
    text: 'It is saved as a draft. Fill in what is missing, then sign it.',
  },
  'note.not-signed': { title: 'The note is still a draft', text: 'Change its text instead of adding to it.' },
  'note.snippet-taken': { title: 'You have a snippet with this trigger', text: 'Choose another trigger.' },
  'note.snippets-full': {
    title: 'There is no room for another snippet',
    text: 'Delete one that you do not use any more.',
  },
  'document.incomplete': {
    title: 'The document is not complete',
    text: 'It is kept as a draft. Fill in what is marked, then sign it.',
  },
  'document.too-many': {
    title: 'No more documents fit into this visit',
    text: 'What was written is kept.',
  },
  'prescription.empty': {
    title: 'There is no medicine on the prescription',
    text: 'Nothing was signed. Add a medicine first.',
  },
  'prescription.item-invalid': {
    title: 'A line of the prescription is not right',
    text: 'Nothing was signed. Please correct the marked line.',
  },
  'prescription.issue-unacknowledged': {
    title: 'A warning has not been answered',
    text: 'Nothing was signed. Say for each warning why you go on, or change the line.',
  },
  'prescription.issue-not-overridable': {
    title: 'This medicine must not be given here',
    text: 'Nothing was signed. Change or remove the marked line.',
  },
  'prescription.unchecked-unseen': {
    title: 'A safety check gave no full answer just now',
    text: 'Nothing was signed. The page shows what was not checked; read it, then sign if you still want to.',
  },
  'prescription.rule-blocked': {
    title: 'A rule stands against this prescription',
    text: 'Nothing was signed. The rule is shown beside the prescription.',
  },
  'prescription.diagnosis-missing': {
    title: 'A diagnosis is missing',
    text: 'Nothing was signed. Add the diagnosis that this prescription is for.',
  },
  'prescription.no-credential': {
    title: 'You have no signing certificate yet',
    text: 'Nothing was signed; the draft is kept. Ask the hospital to issue your certificate.',
  },
  'signing.key-unavailable': {
    title: 'The hospital’s key service can’t be reached',
    text: 'Nothing was signed or changed, and what you wrote is kept. Please try again in a few minutes.',
  },
  'list.not-ready': {
    title: 'This list can’t be used',
    text: 'It is still being read, or was stopped or refused. Nothing was changed.',
  },
  'review.transition-refused': {
    title: 'This review has moved on',
    text: 'It has been decided or withdrawn. The page shows how it stands now.',
  },
  'review.assigned-to-another': {
    title: 'A colleague has taken this review',
    text: 'Nothing was decided. Choose another one.',
  },
  'review.own-prescription': { title: 'This is your own prescription', text: 'Somebody else must review it.' },
  'review.checklist-incomplete': {
    title: 'The checklist is not complete',
    text: 'Nothing was decided. Tick each of the ten matches first.',
  },
  'review.unchecked-unseen': {
    title: 'A safety check gave no answer just now',
    text: 'Nothing was decided. The page shows which check was not made; look at it, then decide.',
  },
  'review.nothing-asked': {
    title: 'No question stands here',
    text: 'Only a prescription that is under review can be talked about; the pharmacist asks first.',
  },
  'dispensing.claimed-by-another': {
    title: 'Another pharmacy has claimed it',
    text: 'Nobody else can dispense it meanwhile. The patient can ask that pharmacy to give it back.',
  },
  'dispensing.used': {
    title: 'It has been dispensed already',
    text: 'All of it was handed out. Do not dispense it a second time.',
  },
  'dispensing.expired': {
    title: 'Its days are over',
    text: 'A prescription that has expired is not dispensed. The patient needs a new one.',
  },
  'dispensing.cancelled': {
    title: 'The doctor has withdrawn it',
    text: 'Do not dispense it.',
  },
  'dispensing.not-approved': {
    title: 'It has not passed the pharmacist’s review',
    text: 'Nothing is dispensed before the review. Try again when the patient’s page says that it is approved.',
  },
  'dispensing.altered': {
    title: 'It is not what was signed',
    text: 'Do not dispense it. Please call the hospital.',
  },
  'dispensing.claim-ended': {
    title: 'This claim has ended',
    text: 'Nothing more was handed out. The page shows how it stands now.',
  },
  'dispensing.too-much': {
    title: 'That is more than remains',
    text: 'Nothing was handed out. Part of it may have been dispensed meanwhile; the page shows what remains.',
  },
  'dispensing.substitution-refused': {
    title: 'This may not stand in for it',
    text: 'Nothing was handed out. Choose one of the products that are offered.',
  },
  'dispensing.cancellation-asked': {
    title: 'The doctor asks to withdraw it',
    text: 'Answer the doctor first. Nothing was handed out.',
  },
  'dispensing.no-cancellation': {
    title: 'Nothing to answer',
    text: 'The doctor does not ask to withdraw it, or has been answered already.',
  },
  'dispensing.pharmacy-withdrawn': {
    title: 'This pharmacy no longer dispenses here',
    text: 'The hospital has ended its right. Please call the hospital.',
  },
  'dispensing.key-refused': {
    title: 'This key is not accepted',
    text: 'Check it letter by letter. The hospital can make a new one.',
  },
  'prescription.already-dispensed': {
    title: 'Too late: it has been dispensed',
    text: 'All of it was handed out, so it can’t be withdrawn any more. Please call the patient.',
  },
  'verification.unknown': {
    title: 'No such prescription',
    text: 'The hospital knows no prescription under this code. Do not dispense on it.',
  },
  'verification.document-invalid': {
    title: 'This is not a document of the hospital',
    text: 'Nothing was kept. Choose the PDF or the signed record as you received it.',
  },
  'staff.last-administrator': {
    title: 'This is the last administrator',
    text: 'Nothing was changed. Give somebody else the role first, then try again.',
  },
  'staff.roles-refused': {
    title: 'These roles do not go together',
    text: 'Nothing was changed. Whoever practises opens charts, and whoever administers must not; and nobody reviews their own prescriptions.',
  },
  'staff.practitioner-missing': {
    title: 'The licence is missing',
    text: 'Nothing was changed. Who practises needs a title, a licence number and the day until which the licence holds.',
  },
  'department.in-use': {
    title: 'This department is in use',
    text: 'Nothing was removed: visits or people belong to it. Close it instead, then it is offered to nobody.',
  },
  'price.in-force': {
    title: 'This price list has begun',
    text: 'Nothing was changed: what visits cost then is on record. Publish a new list instead.',
  },
  'consent.incomplete': {
    title: 'A language is missing',
    text: 'Nothing was published. Heading and text are needed in English and in Chinese.',
  },
  'brand.colour-refused': {
    title: 'This colour can’t be read',
    text: 'Nothing was published. The nearest colour that can be read is {nearest}.',
  },
} satisfies Partial<ErrorTexts>;
