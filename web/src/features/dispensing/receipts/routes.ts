import type { RouteRecordRaw } from 'vue-router';

const patient = { layout: 'patient', roles: ['patient'], texts: [] } as const;

export const ownReceiptRoutes: RouteRecordRaw[] = [
  {
    path: '/prescriptions/:prescriptionId/receipts/:dispenseId',
    name: 'prescription-receipt',
    component: () => import('./patient-receipt.view.vue'),
    props: true,
    meta: { ...patient, title: 'receipts.title', texts: ['receipts', 'prescriptionCard'] },
  },
];
