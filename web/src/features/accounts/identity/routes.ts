import type { RouteRecordRaw } from 'vue-router';

export const identityRoutes: RouteRecordRaw[] = [
  {
    path: '/identity',
    name: 'identity',
    component: () => import('./views/identity.view.vue'),
    meta: { title: 'identity.title', layout: 'patient', roles: ['patient'], texts: ['identity', 'ownAccount'] },
  },
];
