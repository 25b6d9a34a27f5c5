import type { RouteRecordRaw } from 'vue-router';

export const accountRoutes: RouteRecordRaw[] = [
  {
    path: '/sign-in',
    name: 'sign-in',
    component: () => import('./views/sign-in.view.vue'),
    meta: { title: 'account.signIn.title', layout: 'public', public: true, guestOnly: true, texts: [] },
  },
  {
    path: '/sign-up',
    name: 'sign-up',
    component: () => import('./views/sign-up.view.vue'),
    meta: { title: 'account.signUp.title', layout: 'public', public: true, guestOnly: true, texts: [] },
  },
  {
    path: '/reset-password',
    name: 'reset-password',
    component: () => import('./views/reset-password.view.vue'),
    meta: { title: 'account.reset.title', layout: 'public', public: true, guestOnly: true, texts: [] },
  },
  {
    path: '/account/security',
    name: 'security',
    component: () => import('./views/security.view.vue'),
    meta: {
      title: 'secondFactor.title',
      layout: 'staff',
      roles: ['doctor', 'pharmacist', 'president', 'administrator'],
    },
  },
];
