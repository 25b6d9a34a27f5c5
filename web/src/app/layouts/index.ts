import { defineAsyncComponent, type Component } from 'vue';
import type { LayoutName } from '../route-meta.ts';
import BareLayout from './bare.layout.vue';
import PublicLayout from './public.layout.vue';

/** Layouts, each fetched when it is needed. */
export const lazyLayouts = {
  patient: () => import('./patient.layout.vue'),
  staff: () => import('./staff.layout.vue'),
};

export const layouts: Record<LayoutName, Component> = {
  public: PublicLayout,
  bare: BareLayout,
  patient: defineAsyncComponent(lazyLayouts.patient),
  staff: defineAsyncComponent(lazyLayouts.staff),
};

/** Prefetches a layout; a failure shows when it is really needed. */
export function fetchLayout(name: LayoutName = 'public'): void {
  if (name === 'patient' || name === 'staff') void lazyLayouts[name]().catch(() => undefined);
}
