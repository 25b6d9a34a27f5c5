import type { RouteRecordRaw } from 'vue-router';

const view = () => import('./views/figures.view.vue');
const readers = { title: 'figures.title', roles: ['president', 'administrator'] } as const;

export const figuresRoutes: RouteRecordRaw[] = [
  { path: '/figures', name: 'figures', component: view, meta: { ...readers, layout: 'staff' } },
  {
    path: '/figures/alerts',
    name: 'figures-alerts',
    component: () => import('./views/alerts.view.vue'),
    meta: { ...readers, title: 'figures.alerts.title', layout: 'staff' },
  },
  // For a large screen: the figures alone. An address of its own, so that the screen comes back to it after a restart.
  {
    path: '/figures/wall',
    name: 'figures-wall',
    component: view,
    props: { wall: true },
    meta: { ...readers, layout: 'bare' },
  },
];
