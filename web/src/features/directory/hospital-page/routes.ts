import type { RouteRecordRaw } from 'vue-router';

export const hospitalPageRoutes: RouteRecordRaw[] = [
  {
    path: '/hospitals',
    name: 'hospitals',
    component: () => import('./hospitals.view.vue'),
    meta: { title: 'hospitalPage.choose', layout: 'public', public: true, texts: ['hospitalPage'] },
  },
  {
    path: '/hospitals/:hospital',
    name: 'hospital-page',
    component: () => import('./hospital-page.view.vue'),
    props: true,
    meta: { title: 'hospitalPage.title', layout: 'public', public: true, texts: ['hospitalPage'] },
  },
];
