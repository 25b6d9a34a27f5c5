/** Texts of the errors about getting in and about who acts for whom. */
export default {
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
};
