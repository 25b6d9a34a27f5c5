import { z } from 'zod';
import { readsHan, type Locale } from './locale.ts';

/** A patient for readers who may not see the name. `patientMasked` is the Chinese form (李*): null for a name in Latin letters. */
export const maskedPatient = {
  patientInitials: z.string(),
  patientMasked: z.string().nullable().optional(),
};
export type MaskedPatient = z.output<z.ZodObject<typeof maskedPatient>>;

/** Returns what readers of the language see in place of the name: 李* in Chinese, L. W. elsewhere. */
export function maskedName({ patientMasked, patientInitials }: MaskedPatient, locale: Locale): string {
  return readsHan(locale) ? (patientMasked ?? patientInitials) : patientInitials;
}
