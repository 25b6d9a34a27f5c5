import type { RouteRecordRaw } from 'vue-router';

export const auditRoutes: RouteRecordRaw[] = [
  {
    path: '/audit',
    name: 'audit',
    component: () => import('./views/audit.view.vue'),
    meta: { title: 'audit.title', layout: 'staff', roles: ['administrator'] },
  },
];
