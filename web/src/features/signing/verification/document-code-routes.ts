import type { RouteRecordRaw } from 'vue-router';

export const documentRoutes: RouteRecordRaw[] = [
  {
    path: '/verify/:hospital/documents/:documentId',
    name: 'verify-document-code',
    component: () => import('./views/verify-document-code.view.vue'),
    props: true,
    meta: { title: 'documents.check.title', layout: 'public', public: true },
  },
];
