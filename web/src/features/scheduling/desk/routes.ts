import type { RouteRecordRaw } from 'vue-router';

export const frontDeskRoutes: RouteRecordRaw[] = [
  {
    path: '/front-desk',
    name: 'front-desk',
    component: () => import('./front-desk.view.vue'),
    meta: { layout: 'staff', roles: ['receptionist'], title: 'frontDesk.title' },
  },
];
