import type { NavigationGuardReturn, RouteLocationNormalized } from 'vue-router';
import type { Account } from '@yunzhen/shared/accounts/auth.contract';
import { returnPath } from '../features/accounts/sign-in/return-path.ts';
import { homeOf } from './homes.ts';

type To = Pick<RouteLocationNormalized, 'meta' | 'fullPath' | 'query'>;

/** Returns where a navigation leads for the signed-in account: the guard of every route, as a pure function. */
export function admit(
  to: To,
  account: Pick<Account, 'roles' | 'secondFactorPending' | 'agreementsDue'> | null,
): Exclude<NavigationGuardReturn, void> {
  const { meta } = to;
  if (!account) {
    if (meta.public) return true;
    if (to.fullPath === '/') return '/hospitals';
    return { path: '/sign-in', query: wayBack(to) };
  }
  if (account.secondFactorPending) {
    if (meta.secondStep || (meta.public && !meta.guestOnly)) return true;
    return { path: '/sign-in/second-factor', query: wayBack(to) };
  }
  if (account.agreementsDue.length > 0 && waitsForAgreement(to)) return { path: '/agreements', query: wayBack(to) };
  if (meta.agreementStep)
    return account.agreementsDue.length > 0 || (returnPath(to.query['to']) ?? homeOf(account.roles));
  if (meta.guestOnly || meta.secondStep) return returnPath(to.query['to']) ?? homeOf(account.roles);
  if (meta.roles && !meta.roles.some((role) => account.roles.includes(role))) return homeOf(account.roles);
  if (meta.staffPath && !account.roles.includes('patient')) return meta.staffPath;
  if (meta.patientPath && account.roles.includes('patient')) return meta.patientPath;
  return true;
}

/** Returns the page to open after the sign-in; on a step of the sign-in, the target that it already has. */
function wayBack({ meta, fullPath, query }: To): { to?: string } {
  const wanted = meta.guestOnly || meta.secondStep || meta.agreementStep ? returnPath(query['to']) : fullPath;
  return wanted === undefined || wanted === '/' ? {} : { to: wanted };
}

/** Returns whether the page waits for the patient’s agreement to new versions of the hospital’s texts. */
function waitsForAgreement({ meta, fullPath }: To): boolean {
  const isOpen = meta.agreementStep || meta.beforeAgreement || (meta.public && !meta.guestOnly);
  // A visit in progress is never interrupted.
  return !isOpen && !fullPath.startsWith('/visits/');
}
