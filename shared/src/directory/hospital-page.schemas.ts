import { z } from 'zod';
import { shownBrand } from '../accounts/auth.schemas.ts';
import { publicDetails } from '../administration/hospital-settings.schemas.ts';
import { id, localizedText } from '../core/common.ts';
import type { RouteSchemas } from '../core/route.ts';
import { department, doctor } from './directory.schemas.ts';

/** A doctor as the public sees them, without the queue. On duty are only those who are connected and not on a break. */
const listedDoctor = doctor.omit({ waiting: true, pausedUntil: true, connected: true, waitMinutes: true });
export type ListedDoctor = z.output<typeof listedDoctor>;

const hospitalPage = z.strictObject({
  id,
  slug: z.string(),
  name: localizedText,
  brand: shownBrand,
  /** IANA name; free times are shown in this time zone. */
  timeZone: z.string(),
  /** Null when the hospital has entered none. */
  phone: z.string().nullable(),
  /** Of the ambulance; null where the hospital’s country is not known. */
  emergencyNumber: z.string().nullable(),
  ...publicDetails.shape,
  departments: z.array(department.omit({ waiting: true })),
  /** Doctors on duty first, then by next free time. */
  doctors: z.array(listedDoctor),
});
export type HospitalPage = z.output<typeof hospitalPage>;

export const hospitalPageSchemas = {
  readHospitalPage: {
    summary: 'Get what the public may know of a hospital: contact, licence, departments and doctors with free times',
    params: z.strictObject({ hospital: z.string().min(1).max(60) }),
    response: hospitalPage,
  },
} satisfies RouteSchemas;
