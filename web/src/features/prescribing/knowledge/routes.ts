import type { RouteRecordRaw } from 'vue-router';
import type { Role } from '@yunzhen/shared/core/permission';

const roles: Role[] = ['doctor', 'pharmacist', 'administrator'];

export const knowledgeRoutes: RouteRecordRaw[] = [
  {
    path: '/knowledge',
    name: 'knowledge',
    component: () => import('./views/knowledge-rules.view.vue'),
    meta: { title: 'knowledge.title', layout: 'staff', roles },
  },
  {
    path: '/knowledge/releases',
    name: 'knowledge-releases',
    component: () => import('./views/knowledge-releases.view.vue'),
    meta: { title: 'knowledge.releases.title', layout: 'staff', roles },
  },
];
