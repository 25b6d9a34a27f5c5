import type { RouteRecordRaw } from 'vue-router';

export const figuresRoutes: RouteRecordRaw[] = [
  {
    path: '/figures',
    name: 'figures',
    component: () => import('./views/figures.view.vue'),
    meta: { title: 'figures.title', layout: 'staff', roles: ['president', 'administrator'] },
  },
];
