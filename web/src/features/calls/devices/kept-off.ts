import { shallowRef, watch, type ShallowRef } from 'vue';
import type { LocalSource } from '../../../core/rtc/devices.index.ts';

const keyOf = (visitId: string, source: LocalSource) => `yunzhen.call-off.${visitId}.${source}`;

/** Returns whether the user has switched this off in the call of the visit, in this tab. */
export function isKeptOff(visitId: string, source: LocalSource): boolean {
  return sessionStorage.getItem(keyOf(visitId, source)) === 'true';
}

/** Whether the user has switched this off. Stored in the tab: a muted user must not be heard again after a reload or after leaving and returning. */
export function useKeptOff(visitId: string, source: LocalSource): ShallowRef<boolean> {
  const off = shallowRef(isKeptOff(visitId, source));
  const keep = (now: boolean) => {
    if (now) sessionStorage.setItem(keyOf(visitId, source), 'true');
    else sessionStorage.removeItem(keyOf(visitId, source));
  };
  watch(off, keep, { flush: 'sync' });
  return off;
}
