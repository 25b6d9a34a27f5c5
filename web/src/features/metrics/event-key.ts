/** Events that figures are counted from; their text keys have no dots. */
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

/** Returns the text key of an event. Throws for an event without a text; a test covers all of them. */
export function eventKey(type: string): EventKey {
  const known = countedEvents.find((each) => each === type);
  if (!known) throw new Error(`no label for the event ${type}`);
  return known.replace('.', '-') as EventKey;
}
