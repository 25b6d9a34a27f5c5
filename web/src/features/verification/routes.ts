import type { RouteRecordRaw } from 'vue-router';

export const verificationRoutes: RouteRecordRaw[] = [
  {
    path: '/verify',
    name: 'verify',
    component: () => import('./views/verification.view.vue'),
    meta: { title: 'verification.title', layout: 'public', public: true },
  },
  {
    path: '/verify/:hospital/:prescriptionId',
    name: 'verify-code',
    component: () => import('./views/verification.view.vue'),
    meta: { title: 'verification.title', layout: 'public', public: true },
  },
];
