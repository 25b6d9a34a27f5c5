import type { RouteRecordRaw } from 'vue-router';
import './route-meta.ts';
import { accountRoutes } from '../features/accounts/routes.ts';
import { bookingRoutes } from '../features/scheduling/booking/routes.ts';
import { careRoutes } from '../features/visits/routes.ts';
import { ownRecordRoutes } from '../features/chart/own-record/routes.ts';
import { hospitalPageRoutes } from '../features/directory/hospital-page/routes.ts';
import { billRoutes } from '../features/documents/bills/routes.ts';
import { ownReceiptRoutes } from '../features/dispensing/receipts/routes.ts';
import { ownPrescriptionRoutes } from '../features/prescribing/patient/routes.ts';
import { recordRoutes } from '../features/records/routes.ts';
import { familyRoutes } from '../features/accounts/family/routes.ts';
import { identityRoutes } from '../features/accounts/identity/routes.ts';
import { guestRoutes } from '../features/calls/guests/routes.ts';
import { notificationRoutes } from '../features/notifications/routes.ts';
import { verificationRoutes } from '../features/signing/verification/routes.ts';

/** Pages of patients and guests, registered from the start. The build derives from them what each page needs first (build/preload.ts). */
export const patientRoutes: readonly RouteRecordRaw[] = [
  ...accountRoutes,
  ...hospitalPageRoutes,
  ...careRoutes,
  ...ownRecordRoutes,
  ...ownPrescriptionRoutes,
  ...ownReceiptRoutes,
  ...billRoutes,
  ...recordRoutes,
  ...bookingRoutes,
  ...verificationRoutes,
  ...guestRoutes,
  ...notificationRoutes,
  ...familyRoutes,
  ...identityRoutes,
  {
    path: '/:rest(.*)*',
    name: 'not-found',
    component: () => import('./pages/not-found.vue'),
    meta: { title: 'common.notFound.title', layout: 'public', public: true },
  },
];
