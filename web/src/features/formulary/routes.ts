import type { RouteRecordRaw } from 'vue-router';

export const formularyRoutes: RouteRecordRaw[] = [
  {
    path: '/lists/diagnoses',
    name: 'lists',
    component: () => import('./views/lists.view.vue'),
    meta: { title: 'lists.title', layout: 'staff', roles: ['administrator'] },
  },
];
