import type { DirectoryService } from '../doctors/directory.service.ts';
import type { DirectoryDeps } from '../directory-deps.ts';
import { InvitingService } from './inviting.service.ts';
import { JoiningService } from './joining.service.ts';
import { Practitioners } from './practitioners.ts';
import { StaffInvitationRepository } from './staff-invitation.repository.ts';
import { StaffRepository } from './staff.repository.ts';
import { registerStaffRoutes } from './staff.routes.ts';
import { StaffService } from './staff.service.ts';

/** Staff: invitations, roles and licences. A new practitioner gets a certificate. */
export function createStaff(deps: DirectoryDeps, directory: Pick<DirectoryService, 'changeDuty'>): InvitingService {
  const { accounts, administration, signing } = deps;
  const staff = new StaffRepository();
  const parts = {
    transactions: deps.transactions,
    staff,
    invitations: new StaffInvitationRepository(),
    practitioners: new Practitioners(staff, (tx, id) => signing.issueFirstCertificate(tx, id)),
    accounts: accounts.staff,
    hospitals: administration.hospitals,
    confirmSigner: accounts.confirmSigner,
    changeDuty: directory.changeDuty.bind(directory),
    notify: deps.notifications,
  };
  const inviting = new InvitingService(parts);
  registerStaffRoutes(deps.routes, accounts.cookie, {
    staff: new StaffService(parts),
    inviting,
    joining: new JoiningService(parts),
  });
  return inviting;
}
