import type { RouteRecordRaw } from 'vue-router';

export const workbenchRoutes: RouteRecordRaw[] = [
  {
    path: '/workbench',
    name: 'workbench',
    component: () => import('./views/workbench.view.vue'),
    meta: { title: 'workbench.title', layout: 'staff', roles: ['doctor'] },
  },
  {
    path: '/workbench/visits/:visitId',
    name: 'workbench-visit',
    component: () => import('./views/workbench.view.vue'),
    meta: { title: 'workbench.title', layout: 'staff', roles: ['doctor'] },
  },
];
