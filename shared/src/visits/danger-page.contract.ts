import { routesOf } from '../core/route.ts';
import type { dangerPageSchemas } from './danger-page.schemas.ts';

export type { DangerPageAbout } from './danger-page.schemas.ts';

const defineRoute = routesOf<typeof dangerPageSchemas>();

export const readDangerPage = defineRoute('readDangerPage', 'GET /api/danger-page', 'visit.check-in');
export const answerDangerPage = defineRoute('answerDangerPage', 'POST /api/danger-page/answers', 'visit.check-in', {
  status: 201,
});
