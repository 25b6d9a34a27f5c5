import { computed, readonly, shallowRef } from 'vue';
import { createFormats } from './formats.ts';
import { useText } from './use-text.ts';

const timeZone = shallowRef(Intl.DateTimeFormat().resolvedOptions().timeZone);

/** The zone that times are shown in: the hospital's, once one is known. */
export const hospitalTimeZone = readonly(timeZone);

export function setHospitalTimeZone(zone: string): void {
  timeZone.value = zone;
}

/** Formats in the reader's language; follows a change of language. */
export function useFormats() {
  const { locale } = useText();
  return computed(() => createFormats(locale.value, timeZone.value));
}
