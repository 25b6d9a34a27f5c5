import { everyLanguage, type LocalizedText } from '@yunzhen/shared/core/locale';
import type { AccountHolder } from '../accounts.repository.ts';

/** Returns what a guesser would try: the holder’s names, address and number, and the hospital’s names. */
export function namesOf(
  {
    email,
    phone,
    displayName,
    displayNameLatin,
  }: { [Name in 'email' | 'phone' | 'displayName' | 'displayNameLatin']?: AccountHolder[Name] | undefined },
  hospital: { slug: string; name: LocalizedText },
): (string | null | undefined)[] {
  return [email, phone, displayName, displayNameLatin, hospital.slug, ...everyLanguage(hospital.name)];
}
