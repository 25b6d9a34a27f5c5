/** Returns how a code reaches a typed contact: `@` makes it an e-mail address, digits a phone number. Undefined while it is neither. */
export function contactWay(contact: string): 'mail' | 'sms' | undefined {
  if (contact.includes('@')) return 'mail';
  return /\d/.test(contact) ? 'sms' : undefined;
}
