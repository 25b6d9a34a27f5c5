import type { RouteRecordRaw } from 'vue-router';

const doctor = { layout: 'staff', roles: ['doctor'] } as const;

export const workbenchRoutes: RouteRecordRaw[] = [
  {
    path: '/day',
    name: 'day',
    component: () => import('./day/day.view.vue'),
    meta: { ...doctor, title: 'schedule.day.title' },
  },
  {
    path: '/workbench',
    name: 'workbench',
    component: () => import('./queue/queue.view.vue'),
    meta: { ...doctor, title: 'workbench.title' },
  },
  // Opened from the demo’s sign-in page only.
  {
    path: '/workbench/demo-visit',
    name: 'demo-admission',
    component: () => import('./demo/demo-doctor.view.vue'),
    meta: { ...doctor, title: 'demoTour.visit.doctor' },
  },
  {
    path: '/workbench/visits/:visitId',
    name: 'workbench-visit',
    component: () => import('./bench/visit.view.vue'),
    props: true,
    meta: { ...doctor, title: 'workbench.visit.title', narrowSide: true },
  },
];
