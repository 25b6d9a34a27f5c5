import type { Role } from '@yunzhen/shared/core/permission';

const homes: Record<Role, string> = {
  patient: '/',
  doctor: '/workbench',
  pharmacist: '/reviews',
  president: '/figures',
  administrator: '/staff',
  guest: '/join',
  dispenser: '/dispensing',
  supervisor: '/reviews',
  applicant: '/application',
  receptionist: '/front-desk',
  'department-head': '/department',
};

/** Returns the start page of an account: that of its first role. */
export function homeOf(roles: readonly Role[]): string {
  const [first] = roles;
  return first ? homes[first] : '/sign-in';
}
