import type { RouteRecordRaw } from 'vue-router';

const readers = { title: 'figures.title', roles: ['president', 'administrator'], layout: 'staff' } as const;
/** They also read the figures of their own departments. */
const withHeads = { ...readers, roles: ['president', 'administrator', 'department-head'] } as const;
const figures = () => import('./views/figures.view.vue');

export const figuresRoutes: RouteRecordRaw[] = [
  {
    path: '/department',
    name: 'own-department',
    component: () => import('./views/own-department.view.vue'),
    meta: { title: 'figures.own.title', roles: ['department-head'], layout: 'staff' },
  },
  { path: '/figures', name: 'figures', component: figures, meta: readers },
  {
    path: '/figures/departments/:departmentId',
    name: 'figures-department',
    component: figures,
    props: true,
    meta: withHeads,
  },
  {
    path: '/figures/departments/:departmentId/doctors/:practitionerId',
    name: 'figures-doctor',
    component: figures,
    props: true,
    meta: withHeads,
  },
  {
    path: '/figures/definitions',
    name: 'figures-definitions',
    component: () => import('./views/definitions.view.vue'),
    meta: { ...withHeads, title: 'figures.define.title' },
  },
  {
    path: '/figures/alerts',
    name: 'figures-alerts',
    component: () => import('./views/alerts.view.vue'),
    meta: { ...readers, title: 'figures.alerts.title' },
  },
  // Figures alone, for a large screen. It has its own address, so that the screen returns to it after a restart.
  {
    path: '/figures/wall',
    name: 'figures-wall',
    component: () => import('./views/wall.view.vue'),
    meta: { ...readers, layout: 'bare' },
  },
];
