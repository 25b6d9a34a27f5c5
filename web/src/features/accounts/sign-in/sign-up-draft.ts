import type { Sex } from '@yunzhen/shared/core/patient';
import { useStorage } from '@vueuse/core';

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
  return useStorage(key, { ...blank }, sessionStorage, { mergeDefaults: true, writeDefaults: false });
}

export function clearSignUpDraft(): void {
  sessionStorage.removeItem(key);
}
