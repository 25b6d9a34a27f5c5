import type { RouteRecordRaw } from 'vue-router';
import type { MessageKey } from '../../../core/i18n/index.ts';

const administrator = (title: MessageKey) => ({ title, layout: 'staff', roles: ['administrator'] }) as const;

export const staffDirectoryRoutes: RouteRecordRaw[] = [
  {
    path: '/staff',
    name: 'staff',
    component: () => import('./staff-list.view.vue'),
    meta: administrator('administration.staff.title'),
  },
  {
    path: '/staff/invitation',
    name: 'staff-invite',
    component: () => import('./invite-staff.view.vue'),
    meta: administrator('administration.staff.invite'),
  },
  {
    path: '/staff/import',
    name: 'staff-import',
    component: () => import('../staff-files/import-staff.view.vue'),
    meta: administrator('staffFile.title'),
  },
  {
    path: '/staff/:accountId',
    name: 'staff-member',
    component: () => import('./staff-member.view.vue'),
    props: true,
    meta: administrator('administration.staff.title'),
  },
  {
    path: '/application',
    name: 'application',
    component: () => import('./application.view.vue'),
    meta: { title: 'joining.title', layout: 'staff', roles: ['applicant'] },
  },
  {
    path: '/staff-invitation/:hospital/:invitationId',
    name: 'staff-invitation',
    component: () => import('./join-staff.view.vue'),
    props: true,
    meta: { title: 'administration.join.title', layout: 'public', public: true },
  },
  {
    path: '/staff/invitations',
    name: 'staff-invitations',
    component: () => import('./invitations.view.vue'),
    meta: administrator('administration.staff.invitations'),
  },
];
