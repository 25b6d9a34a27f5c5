import { pageAddress } from '../../platform/http/own-address.ts';
import type { ApiDeps } from '../core/area-deps.ts';
import type { AuthModule } from '../accounts/index.ts';
import type { DirectoryModule } from '../directory/index.ts';
import type { Notify, OwnWording } from '../notifications/index.ts';
import type { PrescribingModule } from '../prescribing/index.ts';
import { fileJudge } from '../chat/index.ts';
import { BrandRepository } from './brand/brand.repository.ts';
import { registerBrandRoutes } from './brand/brand.routes.ts';
import { BrandService } from './brand/brand.service.ts';
import { ConsentDraftsRepository } from './consent/consent-drafts.repository.ts';
import { ConsentService } from './consent/consent.service.ts';
import { DepartmentsAdministrationRepository } from './departments/managed-departments.repository.ts';
import { registerDepartmentRoutes } from './departments/departments.routes.ts';
import { DepartmentsAdministrationService } from './departments/departments.service.ts';
import { RecordHoldsRepository } from './holds/record-holds.repository.ts';
import { registerRecordHoldRoutes } from './holds/record-holds.routes.ts';
import { RecordHoldsService } from './holds/record-holds.service.ts';
import { registerHospitalRoutes } from './settings/settings.routes.ts';
import { PricesRepository } from './prices/prices.repository.ts';
import { PricesService } from './prices/prices.service.ts';
import { SettingsRepository } from './settings/settings.repository.ts';
import { SettingsService } from './settings/settings.service.ts';
import { InvitingService } from '../directory/staff/inviting.service.ts';
import { JoiningService } from '../directory/staff/joining.service.ts';
import { Practitioners } from '../directory/staff/practitioners.ts';
import { StaffInvitationRepository } from '../directory/staff/staff-invitation.repository.ts';
import { StaffRepository } from '../directory/staff/staff.repository.ts';
import { registerStaffRoutes } from '../directory/staff/staff.routes.ts';
import { StaffService } from '../directory/staff/staff.service.ts';
import { MessageWordsRepository } from './wording/message-words.repository.ts';
import { registerMessageWordsRoutes } from './wording/message-words.routes.ts';
import { MessageWordsService } from './wording/message-words.service.ts';

/** What the administrator keeps: staff, departments, prices, the consent text and the hospital’s settings. */
export function createAdministrationModule(
  deps: ApiDeps,
  auth: AuthModule,
  directory: DirectoryModule,
  prescribing: PrescribingModule,
  notify: Notify & { setOwnWording(lookUp: OwnWording): void },
): Pick<InvitingService, 'inviteAdministrator'> {
  const { transactions, routes } = deps;
  const staff = new StaffRepository();
  const invitations = new StaffInvitationRepository();
  const practitioners = new Practitioners(staff, (tx, practitionerId) =>
    prescribing.issueFirstCertificate(tx, practitionerId),
  );
  const parts = {
    ...{ transactions, staff, invitations, practitioners },
    accounts: auth.staff,
    hospitals: auth.hospitals,
    confirmSigner: auth.confirmSigner,
    changeDuty: directory.changeDuty.bind(directory),
    notify,
  };
  const inviting = new InvitingService(parts);
  registerStaffRoutes(routes, auth.cookie, {
    staff: new StaffService(parts),
    inviting,
    joining: new JoiningService(parts),
  });
  registerHospitalRoutes(routes, {
    settings: new SettingsService(transactions, new SettingsRepository(), auth.hospitals),
    prices: new PricesService(transactions, new PricesRepository()),
    consent: new ConsentService(transactions, new ConsentDraftsRepository(), auth.confirmSigner),
  });
  const { hospitals } = auth;
  const brands = { transactions, hospitals, brands: new BrandRepository(), judge: fileJudge(deps.log) };
  registerBrandRoutes(routes, new BrandService(brands));
  const words = new MessageWordsRepository();
  notify.setOwnWording((tx, template, version) => words.wording(tx, template, version));
  const addressOf = (slug: string) => pageAddress(deps.settings, slug);
  registerMessageWordsRoutes(routes, new MessageWordsService({ transactions, words, hospitals, addressOf }));
  registerDepartmentRoutes(
    routes,
    new DepartmentsAdministrationService(transactions, new DepartmentsAdministrationRepository()),
  );
  registerRecordHoldRoutes(routes, new RecordHoldsService(transactions, new RecordHoldsRepository()));
  return inviting;
}
