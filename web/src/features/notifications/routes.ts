import type { RouteRecordRaw } from 'vue-router';

export const notificationRoutes: RouteRecordRaw[] = [
  {
    path: '/messages',
    name: 'messages',
    component: () => import('./views/inbox.view.vue'),
    meta: { title: 'notifications.title', layout: 'patient', roles: ['patient'] },
  },
  {
    path: '/inbox',
    name: 'inbox',
    component: () => import('./views/staff-inbox.view.vue'),
    meta: {
      title: 'notifications.title',
      layout: 'staff',
      roles: ['doctor', 'pharmacist', 'president', 'administrator', 'dispenser', 'applicant', 'receptionist'],
    },
  },
  {
    path: '/demo-messages',
    name: 'demo-messages',
    component: () => import('./views/demo-messages.view.vue'),
    meta: { title: 'notifications.demo.title', layout: 'public', public: true },
  },
];
