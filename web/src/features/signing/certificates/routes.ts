import type { RouteRecordRaw } from 'vue-router';

export const certificatesRoutes: RouteRecordRaw[] = [
  {
    path: '/certificates',
    name: 'certificates',
    component: () => import('./views/certificates.view.vue'),
    meta: { title: 'certificates.title', layout: 'staff', roles: ['administrator'] },
  },
];
