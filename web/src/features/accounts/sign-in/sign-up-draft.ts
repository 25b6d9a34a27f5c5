import type { Sex } from '@yunzhen/shared/core/patient';
import { useStorage } from '@vueuse/core';
import { tabDrafts } from '../../../core/autosave/tab/index.ts';

const key = 'sign-up';

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

/** What a person has typed into the sign-up form, kept encrypted until the tab is closed. Never the password. */
export function useSignUpDraft() {
  return useStorage(key, { ...blank }, tabDrafts, { mergeDefaults: true, writeDefaults: false });
}

export function clearSignUpDraft(): void {
  tabDrafts.removeItem(key);
}
