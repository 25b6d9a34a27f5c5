/** Texts of the errors about getting in and about who acts for whom. */
export default {
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
  'account.channel-missing': {
    title: 'This hospital can’t send there',
    text: 'Nothing was sent. Try the other way, or phone the hospital.',
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
