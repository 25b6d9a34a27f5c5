import { readsHan, type Locale } from '@yunzhen/shared/core/locale';

/** A patient for readers who may not see the name. */
interface MaskedPatient {
  readonly patientInitials: string;
  readonly patientMasked?: string | null | undefined;
}

/** Returns what readers of the language see in place of the name: 李* in Chinese, L. W. elsewhere. */
export function maskedName({ patientMasked, patientInitials }: MaskedPatient, locale: Locale): string {
  return readsHan(locale) ? (patientMasked ?? patientInitials) : patientInitials;
}
