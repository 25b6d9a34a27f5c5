import type { RouteRecordRaw } from 'vue-router';

const pharmacist = { title: 'review.title', layout: 'staff', roles: ['pharmacist'] } as const;
// One page at two addresses: the list stays as it is while one moves through the reviews.
const view = () => import('./views/reviews.view.vue');

export const reviewRoutes: RouteRecordRaw[] = [
  { path: '/reviews', name: 'reviews', component: view, meta: pharmacist },
  { path: '/reviews/:reviewId', name: 'review', component: view, props: true, meta: pharmacist },
];
