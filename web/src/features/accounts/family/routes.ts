import type { RouteRecordRaw } from 'vue-router';

export const familyRoutes: RouteRecordRaw[] = [
  {
    path: '/family',
    name: 'family',
    component: () => import('./views/family.view.vue'),
    meta: { title: 'family.title', layout: 'patient', roles: ['patient'] },
  },
];
