import type { RouteRecordRaw } from 'vue-router';

export const worklistRoutes: RouteRecordRaw[] = [
  {
    path: '/to-do',
    name: 'to-do',
    component: () => import('./views/worklist.view.vue'),
    meta: { layout: 'staff', roles: ['doctor'], title: 'worklist.title' },
  },
];
