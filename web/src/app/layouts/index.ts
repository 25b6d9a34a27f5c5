import { defineAsyncComponent, type Component } from 'vue';
import { reloadForPage } from '../reload-for-page.ts';
import type { LayoutName } from '../route-meta.ts';
import BareLayout from './bare.layout.vue';
import CallLayout from './call.layout.vue';
import PublicLayout from './public.layout.vue';

/** Layouts, each fetched when it is needed. */
export const lazyLayouts = {
  patient: () => import('./patient.layout.vue'),
  staff: () => import('./staff.layout.vue'),
};

/** A layout that does not load counts as a page that does not open. */
const onError = (error: Error, _retry: () => void, fail: () => void) => void (reloadForPage(error) || fail());

export const layouts: Record<LayoutName, Component> = {
  public: PublicLayout,
  bare: BareLayout,
  call: CallLayout,
  patient: defineAsyncComponent({ loader: lazyLayouts.patient, onError }),
  staff: defineAsyncComponent({ loader: lazyLayouts.staff, onError }),
};

/** Prefetches a layout; a failure shows when it is really needed. */
export function fetchLayout(name: LayoutName = 'public'): void {
  if (name === 'patient' || name === 'staff') void lazyLayouts[name]().catch(() => undefined);
}
