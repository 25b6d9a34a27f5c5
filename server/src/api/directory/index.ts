import type { ApiDeps } from '../core/area-deps.ts';
import type { AuthModule } from '../accounts/index.ts';
import { type HospitalsService, ConsentTextsRepository, DepartmentsRepository } from '../administration/index.ts';
import { registerDirectoryRoutes } from './doctors/directory.routes.ts';
import { DirectoryService } from './doctors/directory.service.ts';
import { PractitionersRepository } from './doctors/practitioners.repository.ts';

export { doctorGoneSql } from './doctors/doctor-gone.ts';
export { createPortraitsModule } from './portraits/create-portraits.ts';
export { createStaffModule } from './staff/create-staff.ts';

/** Departments and the people who work in them. The service’s methods that take a transaction are for other modules. */
export function createDirectoryModule(
  deps: ApiDeps,
  auth: Pick<AuthModule, 'confirmSigner'>,
  hospitals: HospitalsService,
): DirectoryService {
  const service = new DirectoryService({
    transactions: deps.transactions,
    hospitals,
    departments: new DepartmentsRepository(),
    practitioners: new PractitionersRepository(),
    consentTexts: new ConsentTextsRepository(),
    confirmSigner: auth.confirmSigner,
  });
  registerDirectoryRoutes(deps.routes, service);
  return service;
}

export type DirectoryModule = DirectoryService;
