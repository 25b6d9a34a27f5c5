import type { RouteRecordRaw } from 'vue-router';

export const formularyRoutes: RouteRecordRaw[] = [
  {
    path: '/lists/diagnoses',
    name: 'diagnosis-list',
    component: () => import('./views/lists.view.vue'),
    props: { kind: 'diagnoses' },
    meta: { title: 'lists.kind.diagnoses.title', layout: 'staff', roles: ['administrator'] },
  },
  {
    path: '/lists/medicines',
    name: 'medicine-list',
    component: () => import('./views/lists.view.vue'),
    props: { kind: 'medicines' },
    meta: { title: 'lists.kind.medicines.title', layout: 'staff', roles: ['administrator'] },
  },
  {
    path: '/lists/interactions',
    name: 'interaction-list',
    component: () => import('./views/lists.view.vue'),
    props: { kind: 'interactions' },
    meta: { title: 'lists.kind.interactions.title', layout: 'staff', roles: ['administrator'] },
  },
];
