import type { RouteRecordRaw } from 'vue-router';

const doctor = { layout: 'staff', roles: ['doctor'] } as const;

export const chartRoutes: RouteRecordRaw[] = [
  {
    path: '/patients/:patientId/chart',
    name: 'chart',
    component: () => import('./views/chart.view.vue'),
    props: true,
    meta: { ...doctor, title: 'chart.title' },
  },
  {
    path: '/emergency-access',
    name: 'emergency-access',
    component: () => import('./views/emergency-access.view.vue'),
    meta: { ...doctor, title: 'chart.emergency.title' },
  },
];
