import type { RouteRecordRaw } from 'vue-router';

export const reviewRoutes: RouteRecordRaw[] = [
  {
    path: '/reviews',
    name: 'reviews',
    component: () => import('./views/reviews.view.vue'),
    meta: { title: 'review.title', layout: 'staff', roles: ['pharmacist'] },
  },
  {
    path: '/reviews/:reviewId',
    name: 'review',
    component: () => import('./views/reviews.view.vue'),
    meta: { title: 'review.title', layout: 'staff', roles: ['pharmacist'] },
  },
];
