/**
 * A doctor’s open tasks: an unsigned note, unsigned documents, an unanswered question of a pharmacist, a patient’s unread messages, a repeat request, a patient’s
 * unconfirmed statement.
 */
export const workKinds = ['note', 'document', 'question', 'chat', 'repeat', 'proposal'] as const;
export type WorkKind = (typeof workKinds)[number];
