import { defineRoute } from '../core/route.ts';
import type { familySchemas } from './family.schemas.ts';

export type { FamilyMember, OwnGuardian } from './family.schemas.ts';

export const readFamily = defineRoute<typeof familySchemas, 'readFamily'>({
  name: 'readFamily',
  method: 'GET',
  path: '/api/family',
  permission: 'family.manage',
});

export const addChild = defineRoute<typeof familySchemas, 'addChild'>({
  name: 'addChild',
  method: 'POST',
  path: '/api/family/children',
  permission: 'family.manage',
  status: 201,
});

export const inviteDependant = defineRoute<typeof familySchemas, 'inviteDependant'>({
  name: 'inviteDependant',
  method: 'POST',
  path: '/api/family/invitations',
  permission: 'family.manage',
  status: 201,
});

export const decideGuardianship = defineRoute<typeof familySchemas, 'decideGuardianship'>({
  name: 'decideGuardianship',
  method: 'POST',
  path: '/api/family/:guardianshipId/decision',
  permission: 'family.manage',
});

export const endGuardianship = defineRoute<typeof familySchemas, 'endGuardianship'>({
  name: 'endGuardianship',
  method: 'POST',
  path: '/api/family/:guardianshipId/end',
  permission: 'family.manage',
});
