import type { DirectoryService } from '../doctors/directory.service.ts';
import type { DirectoryDeps } from '../directory-deps.ts';
import { registerStaffFileRoutes } from '../staff-files/staff-files.routes.ts';
import { StaffFilesService } from '../staff-files/staff-files.service.ts';
import { fileJudge } from '../../../platform/files/file-judge.ts';
import { registerApplicationRoutes } from './applications.routes.ts';
import { ApplicationsRepository } from './applications.repository.ts';
import { ApplicationsService } from './applications.service.ts';
import { InvitingService } from './inviting.service.ts';
import { JoiningService } from './joining.service.ts';
import { Practitioners } from './practitioners.ts';
import { staffRemindersJob } from './reminders.job.ts';
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
    applications: new ApplicationsRepository(),
    practitioners: new Practitioners({ staff, issueCertificate: (tx, id) => signing.issueFirstCertificate(tx, id) }),
    accounts: accounts.staff,
    hospitals: administration.hospitals,
    confirmSigner: accounts.confirmSigner,
    changeDuty: directory.changeDuty.bind(directory),
    notify: deps.notifications,
  };
  const inviting = new InvitingService(parts);
  const members = new StaffService(parts);
  const applications = new ApplicationsService({ ...parts, members, judge: fileJudge(deps.log) });
  registerStaffFileRoutes(deps.routes, new StaffFilesService({ ...parts, inviting }));
  registerApplicationRoutes(deps.routes, applications);
  deps.jobs.define(staffRemindersJob({ transactions: deps.transactions, inviting, applications }));
  registerStaffRoutes(deps.routes, accounts.cookie, {
    staff: members,
    inviting,
    joining: new JoiningService(parts),
  });
  return inviting;
}
