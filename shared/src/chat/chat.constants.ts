/** A guest of the call has no part in the chat: it holds what was written before they came. */
export const chatRoles = ['patient', 'doctor'] as const;

/** What a file may be, judged by its bytes, never by its name. */
export const attachmentTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export type AttachmentType = (typeof attachmentTypes)[number];
export const attachmentBytesLimit = 10 * 1024 * 1024;
export const attachmentsOfMessageLimit = 6;
/** Files of one visit, from both sides together. */
export const attachmentsOfVisitLimit = 100;
export const attachmentBytesOfVisitLimit = 200 * 1024 * 1024;
