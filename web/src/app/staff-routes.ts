import type { RouteRecordRaw } from 'vue-router';
import { administrationRoutes } from '../features/administration/routes.ts';
import { auditRoutes } from '../features/administration/audit/routes.ts';
import { chartRoutes } from '../features/chart/routes.ts';
import { dispensingRoutes } from '../features/dispensing/routes.ts';
import { figuresRoutes } from '../features/metrics/routes.ts';
import { certificatesRoutes } from '../features/signing/certificates/routes.ts';
import { formularyRoutes } from '../features/catalogues/routes.ts';
import { operatorRoutes } from '../features/operator/routes.ts';
import { staffDirectoryRoutes } from '../features/directory/staff/routes.ts';
import { portraitRoutes } from '../features/directory/portraits/routes.ts';
import { ratingRoutes } from '../features/visits/ratings/routes.ts';
import { reviewRoutes } from '../features/review/routes.ts';
import { documentRoutes } from '../features/signing/verification/document-code-routes.ts';
import { knowledgeRoutes } from '../features/prescribing/knowledge/routes.ts';
import { rulesRoutes } from '../features/prescribing/rules/routes.ts';
import { scheduleRoutes } from '../features/scheduling/hours/routes.ts';
import { frontDeskRoutes } from '../features/scheduling/desk/routes.ts';
import { worklistRoutes } from '../features/visits/to-do/index.ts';
import { workbenchRoutes } from '../features/visits/bench-routes.ts';

/** Pages of staff, with the few public pages that belong to them. */
export const staffRoutes: readonly RouteRecordRaw[] = [
  ...scheduleRoutes,
  ...frontDeskRoutes,
  ...chartRoutes,
  ...workbenchRoutes,
  ...worklistRoutes,
  ...reviewRoutes,
  ...ratingRoutes,
  ...portraitRoutes,
  ...dispensingRoutes,
  ...figuresRoutes,
  ...auditRoutes,
  ...administrationRoutes,
  ...staffDirectoryRoutes,
  ...operatorRoutes,
  ...documentRoutes,
  ...certificatesRoutes,
  ...formularyRoutes,
  ...knowledgeRoutes,
  ...rulesRoutes,
];
