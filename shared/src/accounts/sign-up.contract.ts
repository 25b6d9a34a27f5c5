import { defineRoute } from '../core/route.ts';
import type { signUpSchemas } from './sign-up.schemas.ts';

export const signUp = defineRoute<typeof signUpSchemas, 'signUp'>({
  name: 'signUp',
  method: 'POST',
  path: '/api/accounts',
  permission: 'public',
  status: 201,
});
