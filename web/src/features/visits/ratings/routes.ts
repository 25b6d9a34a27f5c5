import type { RouteRecordRaw } from 'vue-router';

export const ratingRoutes: RouteRecordRaw[] = [
  {
    path: '/ratings',
    name: 'ratings',
    component: () => import('./views/rating-comments.view.vue'),
    meta: { title: 'ratings.staff.title', layout: 'staff', roles: ['doctor', 'administrator'] },
  },
];
