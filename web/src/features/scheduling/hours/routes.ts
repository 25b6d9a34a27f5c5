import type { RouteRecordRaw } from 'vue-router';

const doctor = { layout: 'staff', roles: ['doctor'] } as const;
const administrator = { layout: 'staff', roles: ['administrator'] } as const;

export const scheduleRoutes: RouteRecordRaw[] = [
  {
    path: '/schedule',
    name: 'own-schedule',
    component: () => import('./views/own-schedule.view.vue'),
    meta: { ...doctor, title: 'schedule.own' },
  },
  {
    path: '/schedules',
    name: 'schedules',
    component: () => import('./views/schedule-list.view.vue'),
    meta: { ...administrator, title: 'schedule.all' },
  },
  {
    path: '/schedules/orphaned',
    name: 'orphaned-appointments',
    component: () => import('./views/orphaned-appointments.view.vue'),
    meta: { layout: 'staff', roles: ['administrator', 'receptionist'], title: 'schedule.orphaned.title' },
  },
  {
    path: '/schedules/:doctorId',
    name: 'doctor-schedule',
    component: () => import('./views/doctor-schedule.view.vue'),
    props: true,
    meta: { ...administrator, title: 'schedule.of' },
  },
];
