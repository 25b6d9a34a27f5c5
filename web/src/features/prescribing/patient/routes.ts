import type { RouteRecordRaw } from 'vue-router';

const patient = { layout: 'patient', roles: ['patient'], texts: [] } as const;

export const ownPrescriptionRoutes: RouteRecordRaw[] = [
  {
    path: '/prescriptions',
    name: 'prescriptions',
    component: () => import('./prescription-list.view.vue'),
    meta: { ...patient, title: 'care.prescriptions.title', texts: ['prescriptionCard'] },
  },
  {
    path: '/prescriptions/:prescriptionId/days',
    name: 'medicine-days',
    component: () => import('../medicine-days/medicine-days.view.vue'),
    props: true,
    meta: { ...patient, title: 'medicines.title', texts: ['medicines', 'prescriptionCard'] },
  },
  {
    path: '/prescriptions/:prescriptionId',
    name: 'prescription',
    component: () => import('./prescription.view.vue'),
    props: true,
    meta: { ...patient, title: 'prescriptionCard.title', texts: ['medicines', 'prescriptionCard', 'dangerPage'] },
  },
];
