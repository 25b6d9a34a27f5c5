import type { PractitionerDetails, PractitionerDraft, StaffMember } from '@yunzhen/shared/directory/staff.contract';

export const blankPractitioner = (): PractitionerDraft => ({
  title: { en: '', zh: '' },
  bio: { en: '', zh: '' },
  languages: [],
  licenceNumber: '',
  licenceValidUntil: '',
  yearsOfPractice: null,
  departmentIds: [],
});

export function draftOf(practitioner: NonNullable<StaffMember['practitioner']> | PractitionerDraft): PractitionerDraft {
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
