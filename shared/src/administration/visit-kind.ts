/** How a visit started: the patient took the next free doctor, or had an appointment. */
export const visitKinds = ['walk-in', 'booked'] as const;
export type VisitKind = (typeof visitKinds)[number];
