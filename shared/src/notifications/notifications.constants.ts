/** State of a mail: none was sent; it waits or is being sent; the server accepted it; it could not be delivered. */
export const mailStates = ['none', 'on-its-way', 'sent', 'failed'] as const;
export type MailState = (typeof mailStates)[number];
