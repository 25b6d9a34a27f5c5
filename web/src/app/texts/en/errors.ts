import type { ErrorTexts } from '../../../core/i18n/message-shape.ts';
import accountErrors from '../../../features/accounts/texts/account-errors.en.ts';
import recordErrors from '../../../features/chart/texts/record-errors.en.ts';
import waitingErrors from '../../../features/visits/texts/waiting-errors.en.ts';

/** What may go wrong on the pages of patients, and on every page. */
export default {
  ...accountErrors,
  ...recordErrors,
  ...waitingErrors,
  offline: {
    title: 'No connection to the hospital',
    text: 'What you have entered is still here. Check your network; we try again by ourselves.',
  },
  late: {
    title: 'The hospital is taking too long to answer',
    text: 'Nothing was changed. Check your network, then try again.',
  },
  'late-change': {
    title: 'The hospital has not answered yet',
    text: 'We do not know whether this was done. Try again: it will not be done twice.',
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
  'auth.hospital-suspended': {
    title: 'This hospital is closed for now',
    text: 'Nobody can sign in. What is on record is safe; the operator of this installation can tell you more.',
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
  'visit.not-your-visit': { title: 'This visit belongs to another doctor', text: 'Nothing was changed.' },
  'visit.already-open': { title: 'You have a visit open already', text: 'Go on with that one, or leave it first.' },
  'visit.doctor-off-duty': {
    title: 'This doctor has gone off duty',
    text: 'Your words are kept. Please choose another doctor.',
  },
  'visit.red-flag': {
    title: 'This may be an emergency',
    text: 'What you wrote names a sign that does not wait for a video visit. Please call the ambulance now.',
  },
  'visit.consent-outdated': { title: 'The consent text has changed', text: 'Please read the new one and agree again.' },
  'rating.closed': {
    title: 'This visit can’t be rated any more',
    text: 'A completed visit can be rated, and the rating changed for a week.',
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
    text: 'It was used, taken back, or its time is over. Ask for a new one.',
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
  'document.transition-refused': {
    title: 'The document has moved on',
    text: 'This step is no longer open. The page shows how it stands now.',
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
  'prescription.document-pending': {
    title: 'The document is being made',
    text: 'The prescription is signed and safe. The document comes in a moment.',
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
} satisfies Partial<ErrorTexts>;
