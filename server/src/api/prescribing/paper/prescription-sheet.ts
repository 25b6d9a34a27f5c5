import { languageOf, locales, type Locale } from '@yunzhen/shared/core/locale';
import type { Paper } from '../../../platform/paper/paper.ts';
import type { PrescriptionDocument } from './prescription-document.ts';
import type { PrescriptionLabels } from './prescription-labels.ts';

/** What every section of the form needs to draw. */
export interface PrescriptionSheet {
  readonly paper: Paper;
  readonly prescription: PrescriptionDocument;
  readonly locale: Locale;
  readonly labels: PrescriptionLabels;
}

/** Returns the secondary language, which is printed small below the first. */
export function otherLocale(locale: Locale): Locale {
  return locales.find((each) => languageOf(each) !== languageOf(locale)) ?? locale;
}
