import type { AuthModule } from '../../accounts/index.ts';
import type { HospitalsService } from '../../administration/index.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { ApiDeps } from '../../core/area-deps.ts';
import type { Notify } from '../../notifications/index.ts';
import type { DirectoryService } from '../doctors/directory.service.ts';
import { InvitingService } from './inviting.service.ts';
import { JoiningService } from './joining.service.ts';
import { Practitioners } from './practitioners.ts';
import { StaffInvitationRepository } from './staff-invitation.repository.ts';
import { StaffRepository } from './staff.repository.ts';
import { registerStaffRoutes } from './staff.routes.ts';
import { StaffService } from './staff.service.ts';

/** The staff: invitations, roles and licences. Who is new and practises gets a certificate by `issueFirstCertificate`. */
export function createStaffModule(
  { transactions, routes }: ApiDeps,
  needs: {
    auth: Pick<AuthModule, 'staff' | 'cookie' | 'confirmSigner'>;
    hospitals: HospitalsService;
    directory: Pick<DirectoryService, 'changeDuty'>;
    issueFirstCertificate: (tx: Tx, practitionerId: string) => Promise<void>;
    notify: Notify;
  },
): Pick<InvitingService, 'inviteAdministrator'> {
  const { auth, directory } = needs;
  const staff = new StaffRepository();
  const parts = {
    transactions,
    staff,
    invitations: new StaffInvitationRepository(),
    practitioners: new Practitioners(staff, needs.issueFirstCertificate),
    accounts: auth.staff,
    hospitals: needs.hospitals,
    confirmSigner: auth.confirmSigner,
    changeDuty: directory.changeDuty.bind(directory),
    notify: needs.notify,
  };
  const inviting = new InvitingService(parts);
  registerStaffRoutes(routes, auth.cookie, {
    staff: new StaffService(parts),
    inviting,
    joining: new JoiningService(parts),
  });
  return inviting;
}
