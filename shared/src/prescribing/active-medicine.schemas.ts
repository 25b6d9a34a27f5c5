import { z } from 'zod';
import { prescriptionStatuses } from './prescription.ts';
import { id, instant, localizedText } from '../core/common.ts';

/** A line of a signed prescription of this hospital that the patient may still take. The safety checks compare the same lines. */
export const activeMedicine = z.strictObject({
  id,
  prescriptionId: id,
  visitId: id,
  status: z.enum(prescriptionStatuses),
  name: localizedText,
  strength: z.string(),
  instruction: localizedText,
  signedAt: instant,
  /** The latest end: the course counted from the last day on which it could be dispensed. */
  until: instant,
});
export type ActiveMedicine = z.output<typeof activeMedicine>;
