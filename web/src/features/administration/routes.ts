import type { RouteRecordRaw } from 'vue-router';
import type { MessageKey } from '../../core/i18n/index.ts';

const administrator = (title: MessageKey) => ({ title, layout: 'staff', roles: ['administrator'] }) as const;

export const administrationRoutes: RouteRecordRaw[] = [
  {
    path: '/record-holds',
    name: 'record-holds',
    component: () => import('./holds/record-holds.view.vue'),
    meta: administrator('holds.title'),
  },
  {
    path: '/set-up',
    name: 'set-up',
    component: () => import('./set-up/set-up.view.vue'),
    meta: administrator('setUp.title'),
  },
  {
    path: '/hospital/departments',
    name: 'departments',
    component: () => import('./departments/departments.view.vue'),
    meta: administrator('administration.departments.title'),
  },
  {
    path: '/prices',
    name: 'prices',
    component: () => import('./prices/prices.view.vue'),
    meta: administrator('administration.prices.title'),
  },
  {
    path: '/prices/new',
    name: 'new-price-list',
    component: () => import('./prices/new-price-list.view.vue'),
    meta: administrator('administration.prices.publish'),
  },
  {
    path: '/consent-texts/:kind(privacy|terms|complaints|accessibility)?',
    name: 'consent-texts',
    component: () => import('./consent/hospital-texts.view.vue'),
    meta: administrator('administration.consent.title'),
  },
  {
    path: '/brand',
    name: 'brand',
    component: () => import('./brand/brand.view.vue'),
    meta: administrator('administration.brand.title'),
  },
  {
    path: '/message-words',
    name: 'message-words',
    component: () => import('./wording/messages.view.vue'),
    meta: administrator('administration.words.title'),
  },
  {
    path: '/message-words/:template/edit',
    name: 'message-words-one',
    component: () => import('./wording/message.view.vue'),
    props: true,
    meta: administrator('administration.words.one'),
  },
  {
    path: '/settings',
    name: 'settings',
    component: () => import('./hospital/settings.view.vue'),
    meta: administrator('administration.settings.title'),
  },
];
