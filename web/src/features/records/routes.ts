import type { RouteRecordRaw } from 'vue-router';

export const recordRoutes: RouteRecordRaw[] = [
  {
    path: '/account/record-copy',
    name: 'record-copy',
    component: () => import('./copy/record-copy.view.vue'),
    meta: {
      title: 'recordCopy.title',
      layout: 'patient',
      roles: ['patient'],
      texts: ['recordCopy'],
      beforeAgreement: true,
    },
  },
];
