import { defineRoute } from '../core/route.ts';
import type { dangerPageSchemas } from './danger-page.schemas.ts';

export type { DangerPageAbout } from './danger-page.schemas.ts';

export const readDangerPage = defineRoute<typeof dangerPageSchemas, 'readDangerPage'>({
  name: 'readDangerPage',
  method: 'GET',
  path: '/api/danger-page',
  permission: 'visit.check-in',
});

export const answerDangerPage = defineRoute<typeof dangerPageSchemas, 'answerDangerPage'>({
  name: 'answerDangerPage',
  method: 'POST',
  path: '/api/danger-page/answers',
  permission: 'visit.check-in',
  status: 201,
});
