import type { PageHeadOf } from '../../platform/http/page-head.ts';
import { ConsentTextsRepository, DepartmentsRepository } from '../administration/index.ts';
import type { DirectoryDeps } from './directory-deps.ts';
import { registerDirectoryRoutes } from './doctors/directory.routes.ts';
import { DirectoryService } from './doctors/directory.service.ts';
import { PractitionersRepository } from './doctors/practitioners.repository.ts';
import { registerHospitalPageRoutes } from './hospital-page/hospital-page.routes.ts';
import { HospitalPageService } from './hospital-page/hospital-page.service.ts';
import { PageHeads } from './hospital-page/page-heads.ts';
import { directoryHooks, type DirectoryHooks } from './hooks.ts';
import { createPortraits } from './portraits/create-portraits.ts';
import { createStaff } from './staff/create-staff.ts';
import type { InvitingService } from './staff/inviting.service.ts';

export { cutPortrait } from './portraits/portrait-picture.ts';
export { doctorGoneSql } from './doctors/doctor-gone.ts';
export type { DoctorsQueue, DoctorWithCalendar } from './hooks.ts';

/** What other areas use of the directory, in their own transaction. */
export interface DirectoryArea
  extends
    Pick<DirectoryService, 'consentText' | 'department' | 'doctor' | 'hospital'>,
    Pick<InvitingService, 'inviteAdministrator'> {
  readonly hooks: DirectoryHooks;
  /** Title, description and structured data of the public pages. */
  readonly pageHead: PageHeadOf;
}

/** Creates the area of departments, their doctors, and the invitations, roles and licences of staff. */
export function createDirectoryArea(deps: DirectoryDeps): DirectoryArea {
  const hooks = directoryHooks();
  const doctors = new DirectoryService({
    transactions: deps.transactions,
    hospitals: deps.administration.hospitals,
    departments: new DepartmentsRepository(),
    practitioners: new PractitionersRepository(),
    consentTexts: new ConsentTextsRepository(),
    confirmSigner: deps.accounts.confirmSigner,
    hooks,
  });
  registerDirectoryRoutes(deps.routes, doctors);
  const { transactions, clock, settings } = deps;
  const { hospitals, publicTexts: texts } = deps.administration;
  const pages = new HospitalPageService({ transactions, clock, hospitals, directory: doctors });
  registerHospitalPageRoutes(deps.routes, pages);
  createPortraits(deps);
  const inviting = createStaff(deps, doctors);
  return {
    consentText: (tx, locale) => doctors.consentText(tx, locale),
    department: (tx, id) => doctors.department(tx, id),
    doctor: (tx, id) => doctors.doctor(tx, id),
    hospital: (tx) => doctors.hospital(tx),
    inviteAdministrator: (tx, person) => inviting.inviteAdministrator(tx, person),
    hooks,
    pageHead: new PageHeads({ pages, texts, hospitals, settings, clock }).of,
  };
}
