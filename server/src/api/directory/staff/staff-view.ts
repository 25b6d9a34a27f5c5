import type { StaffMember } from '@yunzhen/shared/directory/staff.contract';
import { isStaffRole, licenceStateOf } from '@yunzhen/shared/directory/staff';
import type { StaffRow } from './staff.repository.ts';

/** Returns a staff member as the administrator sees them. `today` is a day in the hospital’s time zone. */
export function toStaffMember(row: StaffRow, today: string): StaffMember {
  const { id, version, name, nameLatin, email, roles, status, hasSecondFactor } = row;
  return {
    id,
    version,
    name,
    nameLatin,
    email,
    status,
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
  };
}
