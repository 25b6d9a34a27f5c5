import type { NavigationGuardReturn, RouteLocationNormalized } from 'vue-router';
import type { Account } from '@yunzhen/shared/accounts/auth.contract';
import { returnPath } from '../features/accounts/sign-in/return-path.ts';
import { homeOf } from './homes.ts';

/** Where the navigation leads, given who is signed in: the guard of every route, as a pure function. */
export function admit(
  to: Pick<RouteLocationNormalized, 'meta' | 'fullPath' | 'query'>,
  account: Pick<Account, 'roles'> | null,
): Exclude<NavigationGuardReturn, void> {
  const { meta } = to;
  if (!account) {
    if (meta.public) return true;
    return { path: '/sign-in', query: to.fullPath === '/' ? {} : { to: to.fullPath } };
  }
  if (meta.guestOnly) return returnPath(to.query['to']) ?? homeOf(account.roles);
  if (meta.roles && !meta.roles.some((role) => account.roles.includes(role))) return homeOf(account.roles);
  if (meta.staffPath && !account.roles.includes('patient')) return meta.staffPath;
  if (meta.patientPath && account.roles.includes('patient')) return meta.patientPath;
  return true;
}
