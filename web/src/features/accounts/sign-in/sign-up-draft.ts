import type { Sex } from '@yunzhen/shared/core/patient';
import { useStored } from '../../../core/stored.ts';

const key = 'yunzhen.sign-up-draft';

const blank = {
  hospital: '',
  /** The e-mail address or phone that a code is to prove. */
  contact: '',
  name: '',
  nameLatin: '',
  birthDate: '',
  sex: undefined as Sex | undefined,
  phone: '',
};

/** What a person has typed into the sign-up form, kept until the tab is closed. Never the password. */
export function useSignUpDraft() {
  return useStored(key, { ...blank }, 'sessionStorage');
}

export function clearSignUpDraft(): void {
  sessionStorage.removeItem(key);
}
