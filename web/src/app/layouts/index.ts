import { defineAsyncComponent, type Component } from 'vue';
import type { LayoutName } from '../route-meta.ts';
import BareLayout from './bare.layout.vue';
import PublicLayout from './public.layout.vue';

/** Each role's frame is fetched when it is needed. */
export const layouts: Record<LayoutName, Component> = {
  public: PublicLayout,
  bare: BareLayout,
  patient: defineAsyncComponent(() => import('./patient.layout.vue')),
  staff: defineAsyncComponent(() => import('./staff.layout.vue')),
};
