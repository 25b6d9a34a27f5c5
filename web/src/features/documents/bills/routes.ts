import type { RouteRecordRaw } from 'vue-router';

export const billRoutes: RouteRecordRaw[] = [
  {
    path: '/visits/:visitId/bill',
    name: 'visit-bill',
    component: () => import('./bill.view.vue'),
    props: true,
    meta: { layout: 'patient', roles: ['patient'], texts: ['documents'], title: 'documents.bill.title' },
  },
];
