/** The events that figures are counted from; the names of their texts have no dots. */
export const countedEvents = [
  'visit.created',
  'visit.admitted',
  'visit.completed',
  'visit.left',
  'visit.cancelled',
  'visit.referred-offline',
  'visit.rated',
  'appointment.booked',
  'appointment.rescheduled',
  'appointment.no-show',
  'call.measured',
  'duty.changed',
  'prescription.signed',
  'prescription.approved',
  'prescription.rejected',
  'prescription.dispensed',
] as const;

type Dashed<Type extends string> = Type extends `${infer Entity}.${infer What}` ? `${Entity}-${What}` : Type;
export type EventKey = Dashed<(typeof countedEvents)[number]>;

/** Throws for an event that no text names: a test goes through all of them. */
export function eventKey(type: string): EventKey {
  const known = countedEvents.find((each) => each === type);
  if (!known) throw new Error(`no words for the event ${type}`);
  return known.replace('.', '-') as EventKey;
}
