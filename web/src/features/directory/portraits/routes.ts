import type { RouteRecordRaw } from 'vue-router';

export const portraitRoutes: RouteRecordRaw[] = [
  {
    path: '/account/portrait',
    name: 'own-portrait',
    component: () => import('./views/own-portrait.view.vue'),
    meta: { title: 'portraits.title', layout: 'staff', roles: ['doctor'] },
  },
];
