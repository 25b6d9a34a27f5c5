import type { ErrorTexts } from '../../../core/i18n/message-shape.ts';

/** Errors of every page and of the patient’s way to the call, and what a page says without an answer. */
export default {
  offline: {
    title: 'No connection to the hospital',
    text: 'Your entries are still here. Check your connection, then try again.',
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
  'appointment.transition-refused': {
    title: 'The appointment has changed',
    text: 'This step is no longer possible. The page shows the current state.',
  },
  'appointment.too-early': {
    title: 'Check-in is not open yet',
    text: 'Your appointment is still booked. The page shows when you can check in.',
  },
  'appointment.missed': {
    title: 'This appointment has passed',
    text: 'Book another time, or see the next available doctor without an appointment.',
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
    text: 'Your last action was not carried out, and nothing was changed. The hospital’s IT team needs to correct the clock. Then try again.',
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
  'document.file-pending': {
    title: 'The document is being prepared',
    text: 'It is signed and will be available in a moment.',
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
    text: 'Your saved work is safe. Try again in a minute.',
  },
  'hospital.moving': {
    title: 'The hospital is moving to another server',
    text: 'Your saved work is safe. Try again in a moment.',
  },
  'hospital.moved': {
    title: 'The hospital has a new address',
    text: 'What was sent or saved is safe. Copy what is not sent yet. Then reload the page to continue at the new address.',
  },
  'service.draining': {
    title: 'The service is restarting',
    text: 'Your saved work is safe. Try again in a moment.',
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
  'auth.code-refused': {
    title: 'Wrong code',
    text: 'Check the latest message and try again, or request a new code.',
  },
  'auth.passkey-refused': {
    title: 'This passkey does not match an account',
    text: 'It may belong to another hospital or have been removed. Sign in with your password or a code.',
  },
  'account.agreement-needed': {
    title: 'Your agreement is needed',
    text: 'Nothing was saved. Read the current privacy notice and terms, then agree to them.',
  },
  'account.text-messages-used-up': {
    title: 'No more text messages can be sent right now',
    text: 'Nothing was sent. Use your e-mail address or password, try again later, or call the hospital.',
  },
  'account.channel-missing': {
    title: 'This hospital cannot send messages this way',
    text: 'Nothing was sent. Try the other option, or call the hospital.',
  },
  'visit.identity-needed': {
    title: 'Verify your identity first',
    text: 'Your entries are still here. This hospital must verify the identity of its patients.',
  },
  'family.acting': {
    title: 'You are acting for someone else',
    text: 'Nothing was changed. Stop acting for this person first, then manage your family.',
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
