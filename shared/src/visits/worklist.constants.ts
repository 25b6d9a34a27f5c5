/**
 * A doctor’s open tasks: an unsigned note, unsigned documents, an unanswered question of a pharmacist, a prescription that was returned and not followed up after
 * the visit, a patient’s unread messages, a repeat request, a patient’s unconfirmed statement.
 */
export const workKinds = ['note', 'document', 'question', 'returned', 'chat', 'repeat', 'proposal'] as const;
export type WorkKind = (typeof workKinds)[number];
