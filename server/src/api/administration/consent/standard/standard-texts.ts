import {
  publicTextKinds,
  type HospitalTextKind,
  type PublicTextKind,
} from '@yunzhen/shared/administration/consent-texts.constants';
import type { ConsentWordings } from '@yunzhen/shared/administration/consent-texts.contract';
import { byLocale, type Locale } from '@yunzhen/shared/core/locale';
import { accessibility } from './accessibility.ts';
import { complaints } from './complaints.ts';
import { privacy } from './privacy.ts';
import type { StandardText, StandardWording } from './standard-wording.ts';
import { terms } from './terms.ts';

/** The name of each standard text’s version. A change of meaning is a new version: people are asked to agree again. */
export const standardVersion = 'standard-2026-11';

const texts: Record<PublicTextKind, StandardText> = { privacy, terms, complaints, accessibility };

const isPublic = (kind: HospitalTextKind): kind is PublicTextKind => publicTextKinds.some((each) => each === kind);

/** Names that begin so belong to the product; a hospital’s own version has another. */
export const isStandardVersion = (label: string): boolean => label.startsWith('standard-');

/** The standard text in that language, in English where it is missing. */
export function standardText(
  kind: PublicTextKind,
  locale: Locale,
): StandardWording & { version: string; locale: Locale } {
  const inLanguage = texts[kind][locale];
  const shown = inLanguage ? locale : 'en';
  return { version: standardVersion, locale: shown, ...(inLanguage ?? texts[kind].en) };
}

/** The standard text in every language, for a hospital that begins its own version with it; null for the consent to a visit. */
export function standardOf(kind: HospitalTextKind): { label: string; wordings: ConsentWordings } | null {
  if (!isPublic(kind)) return null;
  return { label: standardVersion, wordings: byLocale((locale) => texts[kind][locale] ?? texts[kind].en) };
}
