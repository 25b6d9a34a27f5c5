import type { RouteRecordRaw } from 'vue-router';

const doctor = { layout: 'staff', roles: ['doctor'] } as const;

export const workbenchRoutes: RouteRecordRaw[] = [
  {
    path: '/workbench',
    name: 'workbench',
    component: () => import('./queue/queue.view.vue'),
    meta: { ...doctor, title: 'workbench.title' },
  },
  {
    path: '/workbench/visits/:visitId',
    name: 'workbench-visit',
    component: () => import('./bench/visit.view.vue'),
    props: true,
    meta: { ...doctor, title: 'workbench.visit.title' },
  },
  {
    path: '/workbench/prescriptions/:prescriptionId/receipts/:dispenseId',
    name: 'workbench-receipt',
    component: () => import('../dispensing/receipts/doctor-receipt.view.vue'),
    props: true,
    meta: { ...doctor, title: 'receipts.title' },
  },
];
