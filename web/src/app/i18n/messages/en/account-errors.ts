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
};
