import type { StaffMember } from '@yunzhen/shared/directory/staff.contract';
import { isStaffRole, licenceStateOf } from '@yunzhen/shared/directory/staff';
import type { StaffRow } from './staff.repository.ts';

/** `today` is a day in the hospital’s time zone, `slug` the hospital’s. */
export interface StaffViewContext {
  today: string;
  slug: string;
  now: Date;
}

/** Returns a staff member as the administrator sees them. */
export function toStaffMember(row: StaffRow, { today, slug, now }: StaffViewContext): StaffMember {
  const { id, version, name, nameLatin, email, roles, state, hasSecondFactor, invitationUntil, draft } = row;
  return {
    id,
    version,
    name,
    nameLatin,
    email,
    state,
    hasSecondFactor,
    roles: roles.filter(isStaffRole),
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
    practitioner: row.practitionerId
      ? {
          id: row.practitionerId,
          kind: row.kind,
          title: row.title,
          bio: row.bio,
          languages: row.languages,
          licenceNumber: row.licenceNumber,
          licenceValidUntil: row.licenceValidUntil,
          licence: licenceStateOf(row.licenceValidUntil, today),
          yearsOfPractice: row.yearsOfPractice,
          departmentIds: row.departmentIds,
          certificateUntil: row.certificateUntil?.toISOString() ?? null,
        }
      : null,
    invitation: invitationUntil && {
      expiresAt: invitationUntil.toISOString(),
      expired: invitationUntil <= now,
      mail: row.mail ?? 'none',
    },
    application: draft && {
      draft,
      submittedAt: row.submittedAt?.toISOString() ?? null,
      returnedAt: row.returnedAt?.toISOString() ?? null,
      note: row.note ?? '',
      portrait: row.portrait && `/api/hospitals/${slug}/portraits/${row.portrait}`,
    },
  };
}
