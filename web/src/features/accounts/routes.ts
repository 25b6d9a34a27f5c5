import type { RouteRecordRaw } from 'vue-router';

export const accountRoutes: RouteRecordRaw[] = [
  {
    path: '/sign-in',
    name: 'sign-in',
    component: () => import('./sign-in/sign-in.view.vue'),
    meta: {
      title: 'account.signIn.title',
      layout: 'public',
      public: true,
      guestOnly: true,
      texts: [],
      journey: 'home',
    },
  },
  {
    path: '/sign-in/second-factor',
    name: 'second-factor',
    component: () => import('./sign-in/second-step.view.vue'),
    meta: { title: 'secondFactor.step.title', layout: 'public', secondStep: true },
  },
  {
    path: '/agreements',
    name: 'agreements',
    component: () => import('./agreements/agreements.view.vue'),
    meta: { title: 'ownAccount.agreement.title', layout: 'public', agreementStep: true, texts: ['ownAccount'] },
  },
  {
    path: '/sign-up',
    name: 'sign-up',
    component: () => import('./sign-in/sign-up.view.vue'),
    meta: { title: 'ownAccount.signUp.title', layout: 'public', public: true, guestOnly: true, texts: ['ownAccount'] },
  },
  {
    path: '/reset-password',
    name: 'reset-password',
    component: () => import('./sign-in/reset-password.view.vue'),
    meta: { title: 'ownAccount.reset.title', layout: 'public', public: true, guestOnly: true, texts: ['ownAccount'] },
  },
  {
    path: '/account',
    name: 'account',
    component: () => import('./views/account.view.vue'),
    // Messages link every account here; staff have their own page.
    meta: { title: 'account.hub.title', layout: 'patient', texts: ['accountHub'], staffPath: '/account/settings' },
  },
  {
    path: '/account/contact',
    name: 'contact',
    component: () => import('./views/contact.view.vue'),
    meta: { title: 'ownAccount.contact.title', layout: 'patient', roles: ['patient'], texts: ['ownAccount'] },
  },
  {
    path: '/account/wishes',
    name: 'wishes',
    component: () => import('./preferences/wishes.view.vue'),
    meta: { title: 'wishes.title', layout: 'patient', roles: ['patient'], texts: ['wishes'] },
  },
  {
    path: '/account/settings',
    name: 'staff-account',
    component: () => import('./views/staff-account.view.vue'),
    meta: {
      title: 'account.hub.title',
      layout: 'staff',
      roles: ['doctor', 'pharmacist', 'president', 'administrator', 'receptionist'],
    },
  },
  {
    path: '/account/devices',
    name: 'devices',
    component: () => import('./views/devices.view.vue'),
    meta: { title: 'devices.title', layout: 'patient', roles: ['patient'], texts: ['devices'] },
  },
  {
    path: '/account/passkeys',
    name: 'passkeys',
    component: () => import('./passkeys/passkeys.view.vue'),
    meta: { title: 'passkeys.title', layout: 'patient', roles: ['patient'], texts: ['passkeys', 'recordCopy'] },
  },
  {
    path: '/account/closing',
    name: 'closing',
    component: () => import('./closing/closing.view.vue'),
    meta: {
      title: 'closing.title',
      layout: 'patient',
      roles: ['patient'],
      texts: ['closing', 'recordCopy'],
      beforeAgreement: true,
    },
  },
  {
    path: '/account-closings',
    name: 'account-closings',
    component: () => import('./closing/closings.view.vue'),
    meta: { title: 'closing.all.title', layout: 'staff', roles: ['administrator'] },
  },
  {
    path: '/account/security',
    name: 'security',
    component: () => import('./security/staff-security.view.vue'),
    // Messages link every account here; patients have a page in their own layout.
    meta: { title: 'security.title', layout: 'staff', patientPath: '/account/protection' },
  },
  {
    path: '/account/protection',
    name: 'protection',
    component: () => import('./security/security.view.vue'),
    meta: { title: 'security.title', layout: 'patient', roles: ['patient'], texts: ['security', 'recordCopy'] },
  },
];
