import { pageAddress } from '../../platform/http/own-address.ts';
import type { AppBranding } from '../../platform/http/static-app.ts';
import type { ApiDeps } from '../core/area-deps.ts';
import type { OwnWording } from '../notifications/index.ts';
import { fileJudge } from '../../platform/files/file-judge.ts';
import { createAudit } from './audit/create-audit.ts';
import { appBrandingAt } from './brand/app-branding.ts';
import { BrandRepository } from './brand/brand.repository.ts';
import { registerBrandRoutes } from './brand/brand.routes.ts';
import { BrandService } from './brand/brand.service.ts';
import { ConsentDraftsRepository } from './consent/consent-drafts.repository.ts';
import { ConsentService } from './consent/consent.service.ts';
import { ConsentTextsRepository } from './consent/consent-texts.repository.ts';
import { PublicTextsService } from './consent/public-texts.service.ts';
import { DepartmentsAdministrationRepository } from './departments/managed-departments.repository.ts';
import { registerDepartmentRoutes } from './departments/departments.routes.ts';
import { DepartmentsAdministrationService } from './departments/departments.service.ts';
import { RecordHoldsRepository } from './holds/record-holds.repository.ts';
import { registerRecordHoldRoutes } from './holds/record-holds.routes.ts';
import { RecordHoldsService } from './holds/record-holds.service.ts';
import { administrationHooks, type AdministrationHooks } from './hooks.ts';
import { HospitalsRepository } from './hospital/hospitals.repository.ts';
import { HospitalsService } from './hospital/hospitals.service.ts';
import { registerHospitalRoutes } from './settings/settings.routes.ts';
import { PricesRepository } from './prices/prices.repository.ts';
import { PricesService } from './prices/prices.service.ts';
import { SettingsRepository } from './settings/settings.repository.ts';
import { SettingsService } from './settings/settings.service.ts';
import { SetUpRepository } from './set-up/set-up.repository.ts';
import { SetUpService } from './set-up/set-up.service.ts';
import { MessageWordsRepository } from './wording/message-words.repository.ts';
import { registerMessageWordsRoutes } from './wording/message-words.routes.ts';
import { MessageWordsService } from './wording/message-words.service.ts';

export { visitPriceSql } from './prices/visit-price-sql.ts';
export { logoForPaper, shownBrand } from './brand/hospital-brand.ts';
export { agreementTexts } from './consent/agreement-texts.ts';
export { standardVersion } from './consent/standard/standard-texts.ts';
export { ConsentTextsRepository, type ConsentText } from './consent/consent-texts.repository.ts';
export type { DepartmentRow } from './departments/department.entity.ts';
export { DepartmentsRepository } from './departments/departments.repository.ts';
export { requireAddressAt, type RequireAddress } from './hospital/hospital-address.ts';
export type { PublicTextsService } from './consent/public-texts.service.ts';
export type { Hospital, HospitalsService } from './hospital/hospitals.service.ts';
export { forgetProcessRecordsJob } from './retention/forget-process-records.job.ts';
export { forgetRecordsJob } from './retention/forget-records.job.ts';
export {
  callSettingsOf,
  chatDaysOf,
  longestTrustDays,
  signingMinutesOf,
  trustDeviceDaysOf,
} from './settings/hospital-settings.ts';
export { publicFactsOf } from './settings/settings-values.ts';

export interface AdministrationArea {
  readonly hospitals: HospitalsService;
  /** The texts of the public pages, such as the privacy notice. */
  readonly publicTexts: Pick<PublicTextsService, 'read'>;
  /** The app’s branding at each hospital’s address. */
  readonly appBranding: AppBranding;
  /** A hospital’s own wording of a message. */
  readonly wording: OwnWording;
  readonly hooks: AdministrationHooks;
}

/** Creates the area of the hospital itself: departments, prices, consent text, brand, messages, settings, record holds and audit trail. */
export function createAdministrationArea(deps: ApiDeps): AdministrationArea {
  const { transactions, routes, clock, settings, log } = deps;
  const hooks = administrationHooks();
  const hospitals = new HospitalsService({
    transactions,
    hospitals: new HospitalsRepository(),
    clock,
    demo: settings.DEMO_MODE,
  });
  const publicTexts = new PublicTextsService({ transactions, hospitals, texts: new ConsentTextsRepository(), clock });
  registerHospitalRoutes(routes, {
    settings: new SettingsService({ transactions, settings: new SettingsRepository(), hospitals, hooks }),
    prices: new PricesService({ transactions, prices: new PricesRepository() }),
    consent: new ConsentService({
      transactions,
      drafts: new ConsentDraftsRepository(),
      confirmSigner: hooks.onConfirmationAsked.ask,
    }),
    publicTexts,
    setUp: new SetUpService({ transactions, hospitals, setUp: new SetUpRepository() }),
  });
  const brands = { transactions, hospitals, brands: new BrandRepository(), judge: fileJudge(log) };
  registerBrandRoutes(routes, new BrandService(brands));
  const words = new MessageWordsRepository();
  const addressOf = (slug: string) => pageAddress(settings, slug);
  registerMessageWordsRoutes(routes, new MessageWordsService({ transactions, words, hospitals, addressOf }));
  registerDepartmentRoutes(
    routes,
    new DepartmentsAdministrationService({ transactions, departments: new DepartmentsAdministrationRepository() }),
  );
  registerRecordHoldRoutes(routes, new RecordHoldsService({ transactions, holds: new RecordHoldsRepository() }));
  createAudit(deps, hooks, hospitals);
  return {
    hospitals,
    publicTexts,
    appBranding: appBrandingAt(settings.PUBLIC_URL, hospitals),
    wording: (tx, template, version) => words.wording(tx, template, version),
    hooks,
  };
}
