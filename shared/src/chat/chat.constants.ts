/** Guests of the call have no access to the chat, which contains earlier messages. */
export const chatRoles = ['patient', 'doctor'] as const;

/** Permitted file types, checked by content, never by name. */
export const attachmentTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export type AttachmentType = (typeof attachmentTypes)[number];
export const attachmentBytesLimit = 10 * 1024 * 1024;
export const attachmentsOfMessageLimit = 6;
/** Files of one visit, from both sides together. */
export const attachmentsOfVisitLimit = 100;
export const attachmentBytesOfVisitLimit = 200 * 1024 * 1024;
