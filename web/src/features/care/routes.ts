import type { RouteRecordRaw } from 'vue-router';

export const careRoutes: RouteRecordRaw[] = [
  {
    path: '/',
    name: 'home',
    component: () => import('./views/home.view.vue'),
    meta: { title: 'care.title', layout: 'patient', roles: ['patient'] },
  },
];
