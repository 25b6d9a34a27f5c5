import type { RouteRecordRaw } from 'vue-router';

const publicPage = { layout: 'public', public: true, texts: ['hospitalPage'] } as const;

export const hospitalPageRoutes: RouteRecordRaw[] = [
  {
    path: '/hospitals',
    name: 'hospitals',
    component: () => import('./hospitals.view.vue'),
    meta: { ...publicPage, title: 'hospitalPage.choose' },
  },
  {
    path: '/hospitals/:hospital',
    name: 'hospital-page',
    component: () => import('./hospital-page.view.vue'),
    props: true,
    meta: { ...publicPage, title: 'hospitalPage.title' },
  },
  {
    path: '/hospitals/:hospital/doctors/:doctor',
    name: 'doctor-page',
    component: () => import('./doctor-page.view.vue'),
    props: true,
    meta: { ...publicPage, title: 'hospitalPage.doctor.title' },
  },
  {
    path: '/hospitals/:hospital/:kind(privacy|terms|complaints|accessibility)',
    name: 'public-text',
    component: () => import('./public-text.view.vue'),
    props: true,
    meta: { ...publicPage, title: 'hospitalPage.text.title' },
  },
];
