import * as consentContract from '@yunzhen/shared/administration/consent-texts.contract';
import * as priceContract from '@yunzhen/shared/administration/prices.contract';
import * as settingsContract from '@yunzhen/shared/administration/hospital-settings.contract';
import { readSetUp } from '@yunzhen/shared/administration/set-up.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { ConsentService } from '../consent/consent.service.ts';
import type { PublicTextsService } from '../consent/public-texts.service.ts';
import type { PricesService } from '../prices/prices.service.ts';
import type { SetUpService } from '../set-up/set-up.service.ts';
import type { SettingsService } from './settings.service.ts';

/** Routes of settings, prices and the hospital’s texts. */
export function registerHospitalRoutes(
  routes: RouteRegistrar,
  services: {
    settings: SettingsService;
    prices: PricesService;
    consent: ConsentService;
    publicTexts: PublicTextsService;
    setUp: SetUpService;
  },
): void {
  const { settings, prices, consent, publicTexts, setUp } = services;
  routes.route(readSetUp, (context) => setUp.read(context));
  routes.route(settingsContract.readHospitalSettings, (context) => settings.read(context));
  routes.route(settingsContract.saveHospitalSettings, (context, { version, body }) =>
    settings.save(context, version, body),
  );
  routes.route(priceContract.listPriceLists, (context, { query }) => prices.list(context, query));
  routes.route(priceContract.readPriceList, (context, { params }) => prices.read(context, params.priceListId));
  routes.route(priceContract.publishPriceList, (context, { body }) => prices.publish(context, body));
  routes.route(priceContract.withdrawPriceList, (context, { params }) => prices.withdraw(context, params.priceListId));
  routes.route(consentContract.listConsentVersions, (context, { query }) => consent.versions(context, query));
  routes.route(consentContract.readConsentDraft, (context, { query }) => consent.readDraft(context, query.kind));
  routes.route(consentContract.saveConsentDraft, (context, { query, version, body }) =>
    consent.saveDraft(context, query.kind, version, body),
  );
  routes.route(consentContract.discardConsentDraft, (context, { query, version }) =>
    consent.discardDraft(context, query.kind, version),
  );
  routes.route(consentContract.publishConsentDraft, (context, { query, version, body }) =>
    consent.publish(context, query.kind, version, body),
  );
  routes.openRoute(consentContract.readPublicText, (context, { params, query }) =>
    publicTexts.read(context, params, query),
  );
}
