import type { RouteRecordRaw } from 'vue-router';

const doctor = { layout: 'staff', roles: ['doctor'] } as const;

export const workbenchRoutes: RouteRecordRaw[] = [
  {
    path: '/workbench',
    name: 'workbench',
    component: () => import('./views/queue.view.vue'),
    meta: { ...doctor, title: 'workbench.title' },
  },
  {
    path: '/workbench/visits/:visitId',
    name: 'workbench-visit',
    component: () => import('./views/visit.view.vue'),
    props: true,
    meta: { ...doctor, title: 'workbench.visit.title' },
  },
  {
    path: '/workbench/prescriptions/:prescriptionId/receipts/:dispenseId',
    name: 'workbench-receipt',
    component: () => import('./views/receipt.view.vue'),
    props: true,
    meta: { ...doctor, title: 'receipts.title' },
  },
];
