import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { PractitionerDetails, StaffMember } from '@yunzhen/shared/directory/staff.contract';

/** Typed details of a practitioner, possibly incomplete. Languages are a comma-separated list. */
export interface PractitionerDraft {
  title: LocalizedText;
  bio: LocalizedText;
  languages: string[];
  licenceNumber: string;
  licenceValidUntil: string;
  yearsOfPractice: number | null;
  departmentIds: string[];
}

export const blankPractitioner = (): PractitionerDraft => ({
  title: { en: '', zh: '' },
  bio: { en: '', zh: '' },
  languages: [],
  licenceNumber: '',
  licenceValidUntil: '',
  yearsOfPractice: null,
  departmentIds: [],
});

export function draftOf(practitioner: NonNullable<StaffMember['practitioner']>): PractitionerDraft {
  const { title, bio, languages, licenceNumber, licenceValidUntil, yearsOfPractice, departmentIds } = practitioner;
  return {
    title: { ...title },
    bio: { ...bio },
    languages: [...languages],
    departmentIds: [...departmentIds],
    licenceNumber,
    licenceValidUntil,
    yearsOfPractice,
  };
}

/** Converts the draft for the server, which rejects missing fields beside their inputs. */
export function detailsOf(draft: PractitionerDraft): PractitionerDetails {
  return { ...draft, yearsOfPractice: draft.yearsOfPractice ?? Number.NaN };
}
