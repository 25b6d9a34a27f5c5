import type { RouteRecordRaw } from 'vue-router';

const doctor = { layout: 'staff', roles: ['doctor'] } as const;
const dispenser = { title: 'dispensing.title', layout: 'staff', roles: ['dispenser'] } as const;

export const dispensingRoutes: RouteRecordRaw[] = [
  { path: '/dispensing', name: 'dispensing', component: () => import('./views/claims.view.vue'), meta: dispenser },
  {
    path: '/dispensing/:claimId',
    name: 'dispensing-claim',
    component: () => import('./views/claim.view.vue'),
    props: true,
    meta: dispenser,
  },
  {
    path: '/dispensing/:claimId/receipts/:dispenseId',
    name: 'dispensing-receipt',
    component: () => import('./receipts/counter-receipt.view.vue'),
    props: true,
    meta: { ...dispenser, title: 'receipts.title' },
  },
  {
    path: '/dispensing/:claimId/labels/:dispenseId',
    name: 'dispensing-labels',
    component: () => import('./receipts/labels.view.vue'),
    props: true,
    meta: { ...dispenser, title: 'receipts.labels.title' },
  },
  {
    path: '/workbench/prescriptions/:prescriptionId/receipts/:dispenseId',
    name: 'workbench-receipt',
    component: () => import('./receipts/doctor-receipt.view.vue'),
    props: true,
    meta: { ...doctor, title: 'receipts.title' },
  },
  {
    path: '/pharmacies',
    name: 'pharmacies',
    component: () => import('./views/pharmacies.view.vue'),
    meta: { title: 'pharmacies.title', layout: 'staff', roles: ['administrator'] },
  },
  {
    path: '/pharmacy-invitation/:hospital/:invitationId',
    name: 'pharmacy-invitation',
    component: () => import('./views/join-pharmacy.view.vue'),
    props: true,
    meta: { title: 'pharmacies.join.title', layout: 'public', public: true },
  },
  {
    path: '/counter/:hospital',
    name: 'counter',
    component: () => import('./views/counter.view.vue'),
    props: true,
    meta: { title: 'dispensing.counter.title', layout: 'public', public: true, guestOnly: true },
  },
];
