import type { Sex } from '@yunzhen/shared/core/patient';
import { tabDrafts } from '../../../core/autosave/tab/index.ts';
import { useTabDraft } from '../../../core/autosave/tab/use-tab-draft.ts';

const key = 'sign-up';

const blank = {
  hospital: '',
  /** The e-mail address or phone number to prove with a code. */
  contact: '',
  name: '',
  nameLatin: '',
  birthDate: '',
  sex: undefined as Sex | undefined,
  phone: '',
};

/** The text typed into the sign-up form, stored encrypted until the tab is closed. Never the password. */
export function useSignUpDraft() {
  return useTabDraft(key, { ...blank });
}

export function clearSignUpDraft(): void {
  tabDrafts.removeItem(key);
}
