import type { ErrorTexts } from '../../../core/i18n/message-shape.ts';

/** What may go wrong on the pages of patients, and on every page. */
export default {
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
  'appointment.too-many-changes': {
    title: 'You changed appointments too often',
    text: 'Nothing was changed. Try again tomorrow, or call the hospital.',
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
  'clock.unreliable': {
    title: 'The time on the server is wrong',
    text: 'Nothing was signed or started, and what you wrote is kept. The hospital’s IT team needs to correct the clock. Then try again.',
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
  'auth.session-reused': {
    title: 'Your session was closed for your safety',
    text: 'It was used from two places. Please sign in again, and change your password if that was not you.',
  },
  'auth.forbidden': {
    title: 'This is not open to you',
    text: 'Your account may not do this. If it should, ask the hospital.',
  },
  'auth.email-taken': {
    title: 'There is an account with this e-mail',
    text: 'Sign in with it, or use another address.',
  },
  'auth.contact-taken': {
    title: 'This belongs to another account',
    text: 'Your contact was not changed. Use another address or number.',
  },
  'auth.code-refused': {
    title: 'The code is not right',
    text: 'It may be mistyped, too old, or replaced by a newer one. Look at the latest message, or ask for another code.',
  },
  'auth.proof-expired': {
    title: 'The code is too old by now',
    text: 'What you typed is still here. Ask for another code and go on.',
  },
  'auth.passkey-refused': {
    title: 'This passkey opens no account here',
    text: 'It may belong to another hospital, or have been removed. Sign in with a password or a code instead.',
  },
  'auth.passkeys-full': {
    title: 'There are ten passkeys already',
    text: 'None was added. Remove one that you do not use any more, then add this one.',
  },
  'account.channel-missing': {
    title: 'This hospital can’t send there',
    text: 'Nothing was sent. Try the other way, or phone the hospital.',
  },
  'account.closing': {
    title: 'This account is going to be closed',
    text: 'Nothing was booked. To go on as a patient here, first take back the request under “My account”.',
  },
  'account.closing-ended': {
    title: 'This request has ended already',
    text: 'Nothing was changed. Look at the page again.',
  },
  'account.closing-obstructed': {
    title: 'Something is still under way',
    text: 'The account was not touched. End the visit, and cancel the appointments that the page names, then ask again.',
  },
  'account.closing-staff': {
    title: 'You also work here',
    text: 'Nothing was changed. Ask the administrator, who ends your work first.',
  },
  'push.no-service': {
    title: 'This hospital sends nothing to devices at the moment',
    text: 'Nothing was changed. Messages are in the app, and go by mail and text message as you wish.',
  },
  'identity.no-service': {
    title: 'Identities can’t be checked here at the moment',
    text: 'Nothing was sent. Please phone the hospital; they tell you how to prove who you are.',
  },
  'identity.guardian-first': {
    title: 'Please verify your own identity first',
    text: 'Nothing was sent. Go back to yourself, verify your identity, then come back for the person you act for.',
  },
  'identity.other-person': {
    title: 'This does not fit the person on record',
    text: 'Nothing was changed. This record already belongs to somebody with another birth date or document. If your details have changed, phone the hospital.',
  },
  'identity.taken': {
    title: 'This document belongs to another record here',
    text: 'Nothing was changed. You may have an account already: sign in with it. If not, phone the hospital.',
  },
  'visit.identity-needed': {
    title: 'Please verify your identity first',
    text: 'What you filled in is still here. This hospital may treat patients under their real name only.',
  },
  'family.acting': {
    title: 'You are acting for somebody else',
    text: 'Nothing was changed. Go back to yourself first, then arrange your family.',
  },
  'family.full': {
    title: 'That are many people already',
    text: 'Nobody was added. End one that is over, or ask the hospital.',
  },
  'visit.guardian-needed': {
    title: 'A young child needs an adult beside it',
    text: 'What you filled in is still here. Say that you are with the child, then go on.',
  },
  'intake.closed': {
    title: 'The visit has begun',
    text: 'What you answered before is with the doctor. Tell them the rest in the visit.',
  },
  'intake.form-unknown': {
    title: 'The questions have changed',
    text: 'Please load the page again. What you answered so far is kept.',
  },
  'export.too-many': {
    title: 'Enough copies for today',
    text: 'A copy can be asked for three times a day. Please come back tomorrow; a copy that is ready can still be downloaded.',
  },
  'export.not-ready': {
    title: 'The copy is not ready yet',
    text: 'It is still being made. This page shows how far it is.',
  },
  'export.expired': {
    title: 'This copy was deleted',
    text: 'A copy is kept for one day only, to keep your record safe. Please ask for a new one.',
  },
  'export.link-used': {
    title: 'This link is not good any more',
    text: 'Each link to a copy works once and for a few minutes. Go back to the page and download the copy again.',
  },
  'export.transition-refused': {
    title: 'The copy has changed meanwhile',
    text: 'Nothing was done. The page shows what it is now.',
  },
  'visit.not-waiting': {
    title: 'Not in the waiting room any more',
    text: 'The visit has begun, or it has ended. The page shows how it stands.',
  },
  'visit.doctor-not-late': {
    title: 'Your doctor is there',
    text: 'Another doctor can be chosen when yours is late, in a pause or off duty. Your place is kept.',
  },
  'visit.no-other-doctor': {
    title: 'No other doctor is free',
    text: 'Nobody else of the department is on duty now. Your place is kept.',
  },
} satisfies Partial<ErrorTexts>;
