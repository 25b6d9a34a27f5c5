import type { PractitionerDetails } from '@yunzhen/shared/directory/staff.contract';
import { practitionerKindOf, type PractitionerKind, type StaffRole } from '@yunzhen/shared/directory/staff';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import type { StaffRepository } from './staff.repository.ts';

export interface Joining {
  accountId: string;
  name: string;
  nameLatin: string;
  roles: readonly StaffRole[];
  details: PractitionerDetails | null;
}

/** Throws `validation.failed` for a doctor without a department, whom patients could not find. `path` locates the details in the request. */
export function requireDepartment(
  kind: PractitionerKind | null,
  details: PractitionerDetails | null,
  path: 'departmentIds' | 'practitioner.departmentIds',
): void {
  if (kind === 'doctor' && details?.departmentIds.length === 0)
    throw new AppError('validation.failed', 'doctor needs a department', { fields: [{ path, rule: 'required' }] });
}

interface PractitionersDeps {
  staff: StaffRepository;
  issueCertificate: (tx: Tx, practitionerId: string) => Promise<void>;
}

/** Makes an account a doctor or pharmacist: licence, departments and signing certificate. */
export class Practitioners extends Service<PractitionersDeps> {
  /** Returns the practitioner’s id; null for other roles, for which it does nothing. Throws `staff.practitioner-missing` without a licence. */
  async join(tx: Tx, { accountId, name, nameLatin, roles, details }: Joining): Promise<string | null> {
    const kind = practitionerKindOf(roles);
    if (!kind) return null;
    if (!details) throw new AppError('staff.practitioner-missing', 'role requires a licence');
    const id = newId();
    await this.deps.staff.addPractitioner(tx, { id, accountId, kind, name, nameLatin }, details);
    await this.place(tx, id, details.departmentIds);
    await this.deps.issueCertificate(tx, id);
    return id;
  }

  /** Throws `resource.not-found` for a department that the hospital does not have. */
  async requireDepartments(tx: Tx, departmentIds: readonly string[]): Promise<void> {
    if (!(await this.deps.staff.knowsDepartments(tx, departmentIds)))
      throw new AppError('resource.not-found', 'department not found');
  }

  /** Sets the departments of a practitioner. Throws `resource.not-found` for a department that the hospital does not have. */
  async place(tx: Tx, practitionerId: string, departmentIds: readonly string[]): Promise<void> {
    if (!(await this.deps.staff.setDepartments(tx, practitionerId, departmentIds)))
      throw new AppError('resource.not-found', 'department not found');
  }
}
