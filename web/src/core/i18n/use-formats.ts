import { ownTimeZone } from '@yunzhen/shared/core/time/time-zone';
import { computed, readonly, shallowRef } from 'vue';
import { createFormats } from './formats.ts';
import { useText } from './use-text.ts';

const timeZone = shallowRef(ownTimeZone());

/** The time zone for display: the hospital’s, once it is known. */
export const hospitalTimeZone = readonly(timeZone);

export function setHospitalTimeZone(zone: string): void {
  timeZone.value = zone;
}

/** Returns formatters in the reader’s language; they follow a change of language. */
export function useFormats() {
  const { locale } = useText();
  return computed(() => createFormats(locale.value, timeZone.value));
}
