import type { RouteRecordRaw } from 'vue-router';

const pharmacist = { title: 'review.title', layout: 'staff', roles: ['pharmacist'] } as const;
// One page with two addresses: the list keeps its state while the pharmacist moves between reviews.
const view = () => import('./views/reviews.view.vue');

export const reviewRoutes: RouteRecordRaw[] = [
  { path: '/reviews', name: 'reviews', component: view, meta: pharmacist },
  { path: '/reviews/:reviewId', name: 'review', component: view, props: true, meta: pharmacist },
];
