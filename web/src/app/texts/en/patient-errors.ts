import type { ErrorTexts } from '../../../core/i18n/message-shape.ts';

/** Errors of patients’ pages beside the way to the call. */
export default {
  'rating.closed': {
    title: 'This visit can no longer be rated',
    text: 'You can rate a completed visit and change the rating within a week.',
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
  'waitlist.already-joined': {
    title: 'You are already on this waitlist',
    text: 'You keep your place. We will notify you when a time becomes available.',
  },
  'invitation.unusable': {
    title: 'This link is no longer valid',
    text: 'It has been used or withdrawn, or has expired. Ask for a new one.',
  },
  'document.transition-refused': {
    title: 'The document has changed',
    text: 'This step is no longer possible. The page shows the current state.',
  },
  'document.revoked': {
    title: 'The doctor has revoked this document',
    text: 'It is no longer valid. Ask your doctor if you need a new one.',
  },
  'repeat.transition-refused': {
    title: 'The request has been decided',
    text: 'This step is no longer possible. The page shows the current state.',
  },
  'auth.email-taken': {
    title: 'This e-mail already has an account',
    text: 'Sign in, or use another e-mail address.',
  },
  'auth.contact-taken': {
    title: 'This contact belongs to another account',
    text: 'Your contact details were not changed. Use another e-mail address or phone number.',
  },
  'auth.proof-expired': {
    title: 'The code has expired',
    text: 'Your entries are still here. Request a new code to continue.',
  },
  'auth.passkeys-full': {
    title: 'You already have ten passkeys',
    text: 'Remove a passkey that you no longer use, then add this one.',
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
  'family.full': {
    title: 'You have reached the limit of family members',
    text: 'No one was added. Remove a person first, or contact the hospital.',
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
} satisfies Partial<ErrorTexts>;
