import { z } from 'zod';

/** A patient for readers who may not see the name. `patientMasked` is the Chinese form (李*): null for a name in Latin letters. */
export const maskedPatient = {
  patientInitials: z.string(),
  patientMasked: z.string().nullable().optional(),
};
