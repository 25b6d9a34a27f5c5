import { routesOf } from '../core/route.ts';
import type { signUpSchemas } from './sign-up.schemas.ts';

const defineRoute = routesOf<typeof signUpSchemas>();

export const signUp = defineRoute('signUp', 'POST /api/accounts', 'public', { status: 201 });
