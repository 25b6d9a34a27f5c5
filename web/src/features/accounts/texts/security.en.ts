export default {
  title: 'Security',
  lead: 'Your password and your passkeys.',
  staffLead: 'Your second factors and your password.',
  acting: 'You are acting for someone else. Go back to yourself to change your security settings.',
  password: {
    title: 'Password',
    lead: 'A new password signs you out on all other devices.',
    none: 'Your account has no password. You sign in with codes or a passkey.',
    change: 'Change password',
    set: 'Set a password',
    current: 'Current password',
    currentHelp: 'This confirms that it is you.',
    new: 'New password',
    newHelp: 'At least 10 characters. A short sentence of your own is good.',
    save: 'Save password',
    changed: 'Your password was changed. All other devices were signed out.',
  },
  passkeys: {
    title: 'Passkeys',
    lead: 'Sign in with a finger, your face or the PIN of a device, without a password.',
    manage: 'Manage passkeys',
  },
};
