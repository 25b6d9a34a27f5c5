/**
 * What a doctor has still to do: a note that is not signed, a pharmacist’s question without an answer, messages of a patient that
 * nobody has read, a patient’s wish for a prescription again, what a patient stated and nobody has confirmed.
 */
export const workKinds = ['note', 'question', 'chat', 'repeat', 'proposal'] as const;
export type WorkKind = (typeof workKinds)[number];
