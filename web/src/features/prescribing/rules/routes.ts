import type { RouteRecordRaw } from 'vue-router';

export const rulesRoutes: RouteRecordRaw[] = [
  {
    path: '/rules',
    name: 'rules',
    component: () => import('./views/rules.view.vue'),
    meta: { title: 'rules.title', layout: 'staff', roles: ['doctor', 'pharmacist', 'president', 'administrator'] },
  },
];
