import type { RouteRecordRaw } from 'vue-router';

const open = { title: 'verification.title', layout: 'public', public: true } as const;

export const verificationRoutes: RouteRecordRaw[] = [
  {
    path: '/verify',
    name: 'verify',
    component: () => import('./views/verify-document.view.vue'),
    meta: open,
  },
  {
    path: '/verify/:hospital/:prescriptionId',
    name: 'verify-code',
    component: () => import('./views/verify-code.view.vue'),
    props: true,
    meta: open,
  },
];
