import type { ErrorTexts } from '../../../core/i18n/message-shape.ts';

/** Errors on patient pages, and on every page. */
export default {
  offline: {
    title: 'No connection to the hospital',
    text: 'Your entries are still here. Check your connection. We will keep trying.',
  },
  late: {
    title: 'The hospital is taking too long to respond',
    text: 'Nothing was changed. Check your connection, then try again.',
  },
  'late-change': {
    title: 'The hospital has not responded yet',
    text: 'We don’t know yet whether this was saved. Try again. It will not be saved twice.',
  },
  'validation.failed': {
    title: 'Some entries need correcting',
    text: 'Nothing was saved. Correct the marked fields.',
  },
  'request.malformed': {
    title: 'The request was not valid',
    text: 'Nothing was changed. Reload the page and try again.',
  },
  'request.too-large': { title: 'The file is too large', text: 'Nothing was sent. Choose a smaller file.' },
  'request.unsupported-media-type': {
    title: 'This file type is not supported',
    text: 'Nothing was sent. Choose a PDF.',
  },
  'request.precondition-required': {
    title: 'This could not be saved',
    text: 'Nothing was changed. Reload the page and try again.',
  },
  'request.rate-limited': {
    title: 'Too many attempts',
    text: 'Your entries are safe. Wait a minute, then try again.',
  },
  'request.idempotency-mismatch': {
    title: 'This was already sent with different details',
    text: 'The first version was saved. Reload the page to see it.',
  },
  'auth.required': { title: 'Sign in', text: 'You are not signed in, or your session has ended.' },
  'auth.invalid-credentials': {
    title: 'Wrong sign-in details',
    text: 'Check your e-mail or phone number, the password and the hospital, then try again.',
  },
  'auth.session-expired': { title: 'Your session has ended', text: 'Your saved work is safe. Sign in again.' },
  'auth.confirmation-failed': {
    title: 'Wrong password',
    text: 'Nothing was changed. Enter your password again.',
  },
  'auth.hospital-suspended': {
    title: 'This hospital is suspended',
    text: 'Sign-in is not available. All records are safe. Contact the operator of this installation.',
  },
  'resource.not-found': { title: 'Not found', text: 'It does not exist, or you do not have access to it.' },
  'resource.stale': {
    title: 'This was updated while you were editing',
    text: 'Your text is still here. Check the newer version, then save again.',
  },
  'resource.conflict': {
    title: 'This is no longer possible',
    text: 'Nothing was changed. Reload the page to see the current state.',
  },
  'visit.transition-refused': {
    title: 'The visit has changed',
    text: 'This step is no longer possible. The page shows the current state.',
  },
  'visit.not-your-visit': { title: 'This visit belongs to another doctor', text: 'Nothing was changed.' },
  'visit.already-open': { title: 'You already have an open visit', text: 'Continue that visit, or leave it first.' },
  'visit.doctor-off-duty': {
    title: 'This doctor is off duty',
    text: 'Your text is saved. Choose another doctor.',
  },
  'visit.red-flag': {
    title: 'This may be an emergency',
    text: 'Your answers include a sign that needs urgent care. Call an ambulance now.',
  },
  'visit.consent-outdated': { title: 'The consent text has changed', text: 'Read the new version and agree again.' },
  'rating.closed': {
    title: 'This visit can no longer be rated',
    text: 'You can rate a completed visit and change the rating within a week.',
  },
  'appointment.transition-refused': {
    title: 'The appointment has changed',
    text: 'This step is no longer possible. The page shows the current state.',
  },
  'appointment.slot-taken': {
    title: 'This time was just taken',
    text: 'Another patient booked this time first. Your existing appointments are unchanged. Choose another time.',
  },
  'appointment.not-offered': {
    title: 'This time is no longer offered',
    text: 'The doctor’s hours have changed. Nothing was booked. Choose another time.',
  },
  'appointment.hold-expired': {
    title: 'The time is no longer held for you',
    text: 'Nothing was booked. Your text is saved on this device. Choose the time again; it may still be free.',
  },
  'appointment.extended-already': {
    title: 'The time cannot be held for longer',
    text: 'It stays reserved until the timer ends. After that you can choose a time again.',
  },
  'appointment.overlapping': {
    title: 'You have another appointment at that time',
    text: 'Nothing was changed. Choose another time, or move the other appointment first.',
  },
  'appointment.too-many': {
    title: 'You have reached the limit of open appointments',
    text: 'Nothing was booked. Cancel one that you don’t need, or book again after your next visit.',
  },
  'appointment.too-many-changes': {
    title: 'You changed appointments too often',
    text: 'Nothing was changed. Try again tomorrow, or call the hospital.',
  },
  'appointment.too-early': {
    title: 'Check-in is not open yet',
    text: 'Your appointment is still booked. The page shows when you can check in.',
  },
  'appointment.missed': {
    title: 'This appointment has passed',
    text: 'Book another time, or see the next available doctor without an appointment.',
  },
  'waitlist.already-joined': {
    title: 'You are already on this waitlist',
    text: 'You keep your place. We will notify you when a time becomes available.',
  },
  'call.ticket-invalid': {
    title: 'The call could not be opened',
    text: 'Your visit is still open. We are reconnecting you.',
  },
  'call.ticket-expired': {
    title: 'The call link expired',
    text: 'Your visit is still open. We are requesting a new link.',
  },
  'call.ticket-used': {
    title: 'The call link was already used',
    text: 'Your visit is still open. We are requesting a new link.',
  },
  'call.ticket-wrong-node': { title: 'The call has moved', text: 'Your visit is still open. We are reconnecting you.' },
  'call.not-joined': { title: 'You are not in the call yet', text: 'Your visit is still open. Join again.' },
  'call.already-joined': { title: 'You are already in the call', text: 'Check your other window or device.' },
  'call.replaced': {
    title: 'The call moved to another window',
    text: 'You joined from another window or device. To continue here, join again.',
  },
  'call.not-found': { title: 'Call not found', text: 'It may have ended. Your visit and its records are safe.' },
  'call.not-permitted': { title: 'You cannot do this in this call', text: 'The call continues.' },
  'call.invalid-parameters': {
    title: 'Video or sound could not be started',
    text: 'The call continues. Reload the page to try again.',
  },
  'clock.unreliable': {
    title: 'The time on the server is wrong',
    text: 'Nothing was signed or started, and what you wrote is kept. The hospital’s IT team needs to correct the clock. Then try again.',
  },
  'call.busy': { title: 'All video rooms are busy', text: 'You keep your place. We will try again in a moment.' },
  'call.no-media-node': {
    title: 'Video is not available right now',
    text: 'You keep your place. The hospital has been notified, and we will try again in a moment.',
  },
  'call.ended': { title: 'The call has ended', text: 'The doctor’s notes are in your visit.' },
  'call.removed': {
    title: 'You are no longer in this call',
    text: 'The doctor or the patient removed you from the call.',
  },
  'call.guest-limit': {
    title: 'No more guests can join',
    text: 'Withdraw an invitation before you invite another person.',
  },
  'call.encrypted': {
    title: 'Guests cannot join this call',
    text: 'Calls of this hospital are encrypted end to end between doctor and patient.',
  },
  'invitation.unusable': {
    title: 'This link is no longer valid',
    text: 'It was already used, withdrawn or has expired. Ask for a new one.',
  },
  'invitation.awaits-patient': {
    title: 'The patient has not agreed yet',
    text: 'Wait a moment and open the link again.',
  },
  'chat.closed': { title: 'The chat is closed', text: 'You can still read the messages.' },
  'chat.message-differs': {
    title: 'The message could not be sent',
    text: 'Copy its text and send it as a new message.',
  },
  'attachment.type-refused': {
    title: 'This file type is not supported',
    text: 'Send a JPEG, PNG or WebP image or a PDF.',
  },
  'attachment.unsafe': {
    title: 'This file was not accepted',
    text: 'It is damaged or contains active content. Send a photo of it instead.',
  },
  'attachment.malware': {
    title: 'This file contains malware',
    text: 'It was not saved. Check your device for viruses, then send another file or a photo.',
  },
  'attachment.not-scanned': {
    title: 'The file could not be checked for viruses',
    text: 'It was not saved. Try again in a few minutes.',
  },
  'attachment.too-many': {
    title: 'You have reached the file limit for this visit',
    text: 'The files you sent are saved. Describe the rest in the chat.',
  },
  'document.transition-refused': {
    title: 'The document has changed',
    text: 'This step is no longer possible. The page shows the current state.',
  },
  'document.file-pending': {
    title: 'The document is being prepared',
    text: 'It is signed and will be available in a moment.',
  },
  'document.revoked': {
    title: 'The doctor has revoked this document',
    text: 'It is no longer valid. Ask your doctor if you need a new one.',
  },
  'repeat.transition-refused': {
    title: 'The request has been decided',
    text: 'This step is no longer possible. The page shows the current state.',
  },
  'prescription.transition-refused': {
    title: 'The prescription has changed',
    text: 'This step is no longer possible. The page shows the current state.',
  },
  'prescription.document-pending': {
    title: 'The document is being prepared',
    text: 'The prescription is signed. The document will be available in a moment.',
  },
  'service.unavailable': {
    title: 'The hospital cannot be reached right now',
    text: 'Your saved work is safe. We will keep trying.',
  },
  'service.draining': {
    title: 'The service is restarting',
    text: 'Your saved work is safe. We will try again in a moment.',
  },
  internal: {
    title: 'Something went wrong',
    text: 'Your saved work is safe. Try again. If this happens again, contact the hospital.',
  },
  'auth.session-reused': {
    title: 'You were signed out for your security',
    text: 'Your session was used in two places. Sign in again, and change your password if that was not you.',
  },
  'auth.forbidden': {
    title: 'You do not have access',
    text: 'Your account does not have permission. If you need access, contact the hospital.',
  },
  'auth.email-taken': {
    title: 'This e-mail already has an account',
    text: 'Sign in, or use another e-mail address.',
  },
  'auth.contact-taken': {
    title: 'This contact belongs to another account',
    text: 'Your contact details were not changed. Use another e-mail address or phone number.',
  },
  'auth.code-refused': {
    title: 'Wrong code',
    text: 'Check the latest message and try again, or request a new code.',
  },
  'auth.proof-expired': {
    title: 'The code has expired',
    text: 'Your entries are still here. Request a new code to continue.',
  },
  'auth.passkey-refused': {
    title: 'This passkey does not match an account',
    text: 'It may belong to another hospital or have been removed. Sign in with your password or a code.',
  },
  'auth.passkeys-full': {
    title: 'You already have ten passkeys',
    text: 'Remove a passkey that you no longer use, then add this one.',
  },
  'account.agreement-needed': {
    title: 'Your agreement is needed',
    text: 'Nothing was saved. Read the current privacy notice and terms, then agree to them.',
  },
  'account.channel-missing': {
    title: 'This hospital cannot send messages this way',
    text: 'Nothing was sent. Try the other option, or call the hospital.',
  },
  'account.closing': {
    title: 'This account is scheduled to be closed',
    text: 'Nothing was booked. To keep your account, withdraw the request under “My account” first.',
  },
  'account.closing-ended': {
    title: 'This request has already ended',
    text: 'Nothing was changed. Reload the page.',
  },
  'account.closing-obstructed': {
    title: 'You have an open visit or appointment',
    text: 'Your account was not changed. End the visit and cancel the appointments that are listed, then try again.',
  },
  'account.closing-staff': {
    title: 'You are a member of staff here',
    text: 'Nothing was changed. Ask the administrator to end your staff access first.',
  },
  'push.no-service': {
    title: 'Push notifications are not available',
    text: 'Nothing was changed. You still receive messages in the app and by your chosen channels.',
  },
  'identity.no-service': {
    title: 'Identity checks are not available right now',
    text: 'Nothing was sent. Call the hospital to verify your identity.',
  },
  'identity.guardian-first': {
    title: 'Verify your own identity first',
    text: 'Nothing was sent. Stop acting for this person, verify your identity, then try again.',
  },
  'identity.other-person': {
    title: 'This does not match our records',
    text: 'Nothing was changed. This record has a different date of birth or document. If your details have changed, call the hospital.',
  },
  'identity.taken': {
    title: 'This document belongs to another record here',
    text: 'Nothing was changed. If you already have an account, sign in with it. If not, call the hospital.',
  },
  'visit.identity-needed': {
    title: 'Verify your identity first',
    text: 'Your entries are still here. This hospital must verify the identity of its patients.',
  },
  'family.acting': {
    title: 'You are acting for someone else',
    text: 'Nothing was changed. Stop acting for this person first, then manage your family.',
  },
  'family.full': {
    title: 'You have reached the limit of family members',
    text: 'No one was added. Remove a person first, or contact the hospital.',
  },
  'visit.guardian-needed': {
    title: 'A young child needs an adult present',
    text: 'Your entries are still here. Confirm that you are with the child to continue.',
  },
  'danger-page.unanswered': {
    title: 'One question is missing',
    text: 'Your entries are still here. Answer the question about danger signs to continue.',
  },
  'danger-page.expired': {
    title: 'We need to ask about danger signs again',
    text: 'Your entries are still here. Your last answer is more than two hours old.',
  },
  'danger-page.outdated': {
    title: 'The question about danger signs has changed',
    text: 'Your entries are still here. Answer it again to continue.',
  },
  'intake.closed': {
    title: 'The visit has started',
    text: 'The doctor has your answers. Tell them the rest during the visit.',
  },
  'intake.form-unknown': {
    title: 'The questions have changed',
    text: 'Reload the page. Your answers so far are saved.',
  },
  'export.too-many': {
    title: 'Daily limit reached',
    text: 'You can request a copy three times a day. Try again tomorrow. You can still download a copy that is ready.',
  },
  'export.not-ready': {
    title: 'The copy is not ready yet',
    text: 'It is still being prepared. This page shows the progress.',
  },
  'export.expired': {
    title: 'This copy was deleted',
    text: 'Copies are deleted after one day to protect your records. Request a new one.',
  },
  'export.link-used': {
    title: 'This link is no longer valid',
    text: 'Each link works once and for a few minutes. Go back to the page and download the copy again.',
  },
  'export.transition-refused': {
    title: 'The copy has changed',
    text: 'Nothing was changed. The page shows the current state.',
  },
  'visit.not-waiting': {
    title: 'No longer in the waiting room',
    text: 'The visit has started or ended. The page shows the current state.',
  },
  'visit.doctor-not-late': {
    title: 'Your doctor is available',
    text: 'You can choose another doctor when yours is late, on a break or off duty. You keep your place.',
  },
  'visit.no-other-doctor': {
    title: 'No other doctor is available',
    text: 'No other doctor in this department is on duty. You keep your place.',
  },
} satisfies Partial<ErrorTexts>;
