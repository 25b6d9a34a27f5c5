import { routesOf } from '../core/route.ts';
import type { familySchemas } from './family.schemas.ts';

export type { FamilyMember, OwnGuardian } from './family.schemas.ts';

const defineRoute = routesOf<typeof familySchemas>();

export const readFamily = defineRoute('readFamily', 'GET /api/family', 'family.manage');
export const addChild = defineRoute('addChild', 'POST /api/family/children', 'family.manage', { status: 201 });
export const inviteDependant = defineRoute('inviteDependant', 'POST /api/family/invitations', 'family.manage', {
  status: 201,
});
export const decideGuardianship = defineRoute(
  'decideGuardianship',
  'POST /api/family/:guardianshipId/decision',
  'family.manage',
);
export const endGuardianship = defineRoute('endGuardianship', 'POST /api/family/:guardianshipId/end', 'family.manage');
