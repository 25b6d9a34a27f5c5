import { shallowRef, watch, type ShallowRef } from 'vue';
import type { LocalSource } from '../../../core/rtc/devices.index.ts';

const keyOf = (visitId: string, source: LocalSource) => `yunzhen.call-off.${visitId}.${source}`;

/** Whether the person has switched this off in the call of the visit, in this tab. */
export function isKeptOff(visitId: string, source: LocalSource): boolean {
  return sessionStorage.getItem(keyOf(visitId, source)) === 'true';
}

/**
 * Whether the person has switched this off. Kept in the tab: whoever has muted themselves is not heard because the page was
 * loaded again, or left and come back to.
 */
export function useKeptOff(visitId: string, source: LocalSource): ShallowRef<boolean> {
  const off = shallowRef(isKeptOff(visitId, source));
  const keep = (now: boolean) => {
    if (now) sessionStorage.setItem(keyOf(visitId, source), 'true');
    else sessionStorage.removeItem(keyOf(visitId, source));
  };
  watch(off, keep, { flush: 'sync' });
  return off;
}
