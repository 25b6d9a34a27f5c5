import { z } from 'zod';
import { id, instant } from '../core/common.ts';
import { sexes } from '../core/patient.ts';
import type { RouteSchemas } from '../core/route.ts';
import { visitStatuses } from './visit.ts';

const foundPatient = z.strictObject({
  id,
  name: z.string(),
  nameLatin: z.string(),
  sex: z.enum(sexes),
  age: z.int(),
  /** The last visit with this doctor. */
  lastVisit: z.strictObject({ id, status: z.enum(visitStatuses), at: instant }),
});

export const patientSearchSchemas = {
  searchPatients: {
    summary:
      'Search the patients who have had a visit with you by name, most recent first; `more` means that some are left out',
    query: z.strictObject({ q: z.string().trim().min(1).max(80) }),
    response: z.strictObject({ items: z.array(foundPatient), more: z.boolean() }),
  },
} satisfies RouteSchemas;
