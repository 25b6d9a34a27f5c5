import type { PractitionerDraft } from '@yunzhen/shared/directory/staff.contract';

/** Details of a practitioner of which nothing is known. */
export const blankDraft: PractitionerDraft = {
  title: { en: '', zh: '' },
  bio: { en: '', zh: '' },
  languages: [],
  licenceNumber: '',
  licenceValidUntil: '',
  yearsOfPractice: null,
  departmentIds: [],
};
