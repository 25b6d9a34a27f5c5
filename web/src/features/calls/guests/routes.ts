import type { RouteRecordRaw } from 'vue-router';

export const guestRoutes: RouteRecordRaw[] = [
  {
    path: '/join/:invitationId',
    name: 'join',
    component: () => import('./join.view.vue'),
    props: true,
    meta: { title: 'guests.join.title', layout: 'public', public: true },
  },
  {
    path: '/join/:invitationId/call',
    name: 'join-call',
    component: () => import('./guest-call.view.vue'),
    props: true,
    meta: { title: 'guests.join.title', layout: 'call', public: true },
  },
];
