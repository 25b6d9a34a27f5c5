import type { NavigationGuardReturn, RouteLocationNormalized } from 'vue-router';
import type { Account } from '@yunzhen/shared/contract/auth';
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
  if (meta.guestOnly) return localPath(to.query['to']) ?? homeOf(account.roles);
  if (meta.roles && !meta.roles.some((role) => account.roles.includes(role))) return homeOf(account.roles);
  return true;
}

/** A path of this site, so that a link can't send a person elsewhere after signing in. */
export function localPath(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\/(?![/\\])/.test(value)) return undefined;
  return value.startsWith('/sign-in') || value.startsWith('/sign-up') ? undefined : value;
}
