import type { RouteRecordRaw } from 'vue-router';

const patient = { layout: 'patient', roles: ['patient'], texts: [] } as const;

export const ownRecordRoutes: RouteRecordRaw[] = [
  {
    path: '/record',
    name: 'record',
    component: () => import('./record.view.vue'),
    meta: { ...patient, title: 'chart.own.title', wide: true, texts: ['chart', 'entry', 'documents'] },
  },
];
