import type { ErrorTexts } from '../../error-texts.ts';
import accountErrors from './account-errors.ts';
import administrationErrors from './administration-errors.ts';
import recordErrors from './record-errors.ts';
import waitingErrors from './waiting-errors.ts';

export default {
  ...accountErrors,
  ...administrationErrors,
  ...recordErrors,
  ...waitingErrors,
  offline: {
    title: 'No connection to the hospital',
    text: 'What you have entered is still here. Check your network; we try again by ourselves.',
  },
  'validation.failed': {
    title: 'Something needs another look',
    text: 'Nothing was saved. Please correct the marked fields.',
  },
  'request.malformed': {
    title: 'That could not be understood',
    text: 'Nothing was changed. Load the page again and repeat the step.',
  },
  'request.too-large': { title: 'That is too large', text: 'Nothing was sent. Please choose something smaller.' },
  'request.unsupported-media-type': {
    title: 'This kind of file is not accepted',
    text: 'Nothing was sent. Please choose a PDF.',
  },
  'request.precondition-required': {
    title: 'That could not be saved',
    text: 'Nothing was changed. Load the page again and repeat the step.',
  },
  'request.rate-limited': {
    title: 'Too many tries in a short time',
    text: 'Nothing is lost. Wait a minute, then try again.',
  },
  'request.idempotency-mismatch': {
    title: 'That was sent before in another form',
    text: 'The first one counts. Load the page again to see it.',
  },
  'auth.required': { title: 'Please sign in', text: 'You are not signed in, or no longer.' },
  'auth.invalid-credentials': {
    title: 'E-mail or password is not right',
    text: 'Check both and the hospital above, then try again.',
  },
  'auth.session-expired': { title: 'Your session has ended', text: 'What was saved is safe. Please sign in again.' },
  'auth.confirmation-failed': {
    title: 'The password is not right',
    text: 'Nothing was changed. Please enter your password again.',
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
  'resource.not-found': { title: 'This is not here', text: 'It does not exist, or it belongs to somebody else.' },
  'resource.stale': {
    title: 'Somebody else changed this meanwhile',
    text: 'Your text is still here. Look at the newer version, then save again.',
  },
  'resource.conflict': {
    title: 'This does not fit what is there now',
    text: 'Nothing was changed. Load the page again to see how things stand.',
  },
  'visit.transition-refused': {
    title: 'The visit has moved on',
    text: 'This step is no longer open. The page shows how the visit stands now.',
  },
  'visit.not-in-progress': {
    title: 'The visit is not in progress',
    text: 'Nothing was changed. This can be done only while the visit goes on.',
  },
  'visit.not-your-visit': { title: 'This visit belongs to another doctor', text: 'Nothing was changed.' },
  'visit.already-open': { title: 'You have a visit open already', text: 'Go on with that one, or leave it first.' },
  'visit.doctor-off-duty': {
    title: 'This doctor has gone off duty',
    text: 'Your words are kept. Please choose another doctor.',
  },
  'visit.colleague-unavailable': {
    title: 'This colleague can’t take patients now',
    text: 'The patient stays with you. Please choose a colleague who is on duty and not in a pause.',
  },
  'visit.red-flag': {
    title: 'This may be an emergency',
    text: 'What you wrote names a sign that does not wait for a video visit. Please call the ambulance now.',
  },
  'visit.consent-outdated': { title: 'The consent text has changed', text: 'Please read the new one and agree again.' },
  'visit.diagnosis-missing': {
    title: 'A primary diagnosis is missing',
    text: 'The visit stays open. Add a primary diagnosis, then complete it.',
  },
  'rating.closed': {
    title: 'This visit can’t be rated any more',
    text: 'A completed visit can be rated, and the rating changed for a week.',
  },
  'visit.note-unsigned': {
    title: 'The note is not signed',
    text: 'The visit stays open. Sign the note, then complete the visit.',
  },
  'appointment.transition-refused': {
    title: 'The appointment has moved on',
    text: 'This step is no longer open. The page shows how the appointment stands now.',
  },
  'appointment.slot-taken': {
    title: 'Somebody else was faster',
    text: 'This time has just been taken. What you had before is unchanged. Please choose another time.',
  },
  'appointment.not-offered': {
    title: 'This time is no longer offered',
    text: 'The doctor’s hours have changed. Nothing was booked. Please choose another time.',
  },
  'appointment.hold-expired': {
    title: 'The time is no longer held for you',
    text: 'Nothing was booked, and your words are kept on this device. Choose the time again; it may still be free.',
  },
  'appointment.extended-already': {
    title: 'The time can’t be held any longer',
    text: 'It stays yours until the clock runs out. After that you can choose a time anew.',
  },
  'appointment.overlapping': {
    title: 'You have another appointment then',
    text: 'Nothing was changed. Choose another time, or move the other appointment first.',
  },
  'appointment.too-many': {
    title: 'You have as many appointments as can be open at once',
    text: 'Nothing was booked. Cancel one that you don’t need, or book after the next visit.',
  },
  'appointment.too-early': {
    title: 'Check-in is not open yet',
    text: 'Your appointment is safe. The page says when you can check in.',
  },
  'appointment.missed': {
    title: 'The time of this appointment is over',
    text: 'You can book another time, or see the next free doctor without an appointment.',
  },
  'waitlist.already-joined': {
    title: 'You are on this waitlist already',
    text: 'Your place on the list is kept. We tell you when a time becomes free.',
  },
  'call.ticket-invalid': {
    title: 'The call could not be opened',
    text: 'Your visit is safe. We ask for a new way in.',
  },
  'call.ticket-expired': {
    title: 'The way into the call had expired',
    text: 'Your visit is safe. We ask for a new one.',
  },
  'call.ticket-used': {
    title: 'The way into the call was used already',
    text: 'Your visit is safe. We ask for a new one.',
  },
  'call.ticket-wrong-node': { title: 'The call has moved', text: 'Your visit is safe. We follow it.' },
  'call.not-joined': { title: 'You are not in the call yet', text: 'Your visit is safe. Please join again.' },
  'call.already-joined': { title: 'You are in the call already', text: 'Look at your other window or device.' },
  'call.replaced': {
    title: 'The call went on in another window',
    text: 'You joined from elsewhere. To go on here, join again.',
  },
  'call.not-found': { title: 'There is no such call', text: 'It may have ended. Your visit and its record are safe.' },
  'call.not-permitted': { title: 'This is not open to you in this call', text: 'The call goes on unchanged.' },
  'call.invalid-parameters': {
    title: 'Picture or sound could not be set up',
    text: 'The call goes on. Load the page again to repair it.',
  },
  'call.busy': { title: 'All video lines are busy', text: 'Your place is kept. We try again in a moment.' },
  'call.no-media-node': {
    title: 'Video is not to be had right now',
    text: 'Your place is kept. We try again in a moment; the hospital knows.',
  },
  'call.ended': { title: 'The call has ended', text: 'What the doctor wrote is in your visit.' },
  'call.removed': {
    title: 'You are no longer in this call',
    text: 'The doctor or the patient has ended your part in it.',
  },
  'call.guest-limit': {
    title: 'No more guests fit in',
    text: 'Take an invitation back before you invite another person.',
  },
  'call.encrypted': {
    title: 'Guests can’t join this call',
    text: 'Calls of this hospital are encrypted end to end between doctor and patient.',
  },
  'invitation.unusable': {
    title: 'This link is not good any more',
    text: 'It was used, taken back, or the visit has ended. Ask for a new one.',
  },
  'invitation.awaits-patient': {
    title: 'The patient has not agreed yet',
    text: 'Wait a moment and open the link again.',
  },
  'chat.closed': { title: 'The chat is closed', text: 'What was written stays readable.' },
  'chat.message-differs': {
    title: 'The message could not be sent',
    text: 'Copy its text and send it as a new message.',
  },
  'attachment.type-refused': {
    title: 'This kind of file is not accepted',
    text: 'Send a JPEG, PNG or WebP picture or a PDF.',
  },
  'attachment.unsafe': {
    title: 'This file was not accepted',
    text: 'It is damaged or has active content. Send a picture of it instead.',
  },
  'attachment.too-many': {
    title: 'No more files fit into this visit',
    text: 'What was sent is kept. Describe the rest in words.',
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
  'document.transition-refused': {
    title: 'The document has moved on',
    text: 'This step is no longer open. The page shows how it stands now.',
  },
  'document.incomplete': {
    title: 'The document is not complete',
    text: 'It is kept as a draft. Fill in what is marked, then sign it.',
  },
  'document.too-many': {
    title: 'No more documents fit into this visit',
    text: 'What was written is kept.',
  },
  'document.file-pending': {
    title: 'The document is being made',
    text: 'It is signed and safe. It will be here in a moment.',
  },
  'document.revoked': {
    title: 'The doctor has taken this document back',
    text: 'It is not valid any more. Ask your doctor for a new one if you need it.',
  },
  'repeat.transition-refused': {
    title: 'The request has been decided',
    text: 'This step is not possible any more. The page shows where it stands.',
  },
  'prescription.transition-refused': {
    title: 'The prescription has moved on',
    text: 'This step is no longer open. The page shows how it stands now.',
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
  'prescription.document-pending': {
    title: 'The document is being made',
    text: 'The prescription is signed and safe. The document comes in a moment.',
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
  'service.unavailable': {
    title: 'The hospital does not answer right now',
    text: 'What was saved is safe. We try again by ourselves.',
  },
  'service.draining': {
    title: 'The hospital’s service is restarting',
    text: 'What was saved is safe. We try again in a moment.',
  },
  internal: {
    title: 'Something failed on our side',
    text: 'What was saved is safe. Please try again; if it fails again, tell the hospital.',
  },
} satisfies ErrorTexts;
