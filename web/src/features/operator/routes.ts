import type { RouteRecordRaw } from 'vue-router';

export const operatorRoutes: RouteRecordRaw[] = [
  {
    path: '/operator',
    name: 'operator',
    component: () => import('./operator.view.vue'),
    meta: { title: 'operator.title', layout: 'public', public: true, dense: true },
  },
  {
    path: '/operator/health',
    // The address that runbooks use.
    alias: '/admin/health',
    name: 'operator-health',
    component: () => import('./health/installation-health.view.vue'),
    meta: { title: 'operator.health.title', layout: 'public', public: true, dense: true },
  },
  {
    path: '/operator/media-nodes',
    name: 'operator-media-nodes',
    component: () => import('./nodes/media-nodes.view.vue'),
    meta: { title: 'operator.nodes.title', layout: 'public', public: true, dense: true },
  },
  {
    path: '/operator/hospitals/:slug',
    name: 'operated-hospital',
    component: () => import('./operated-hospital.view.vue'),
    props: true,
    meta: { title: 'operator.hospital', layout: 'public', public: true, dense: true },
  },
  {
    path: '/operator/invitation/:operatorId',
    name: 'operator-invitation',
    component: () => import('./join-operator.view.vue'),
    props: true,
    meta: { title: 'operator.join.title', layout: 'public', public: true },
  },
];
