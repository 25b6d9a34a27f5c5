import type { ApiDeps } from './module.ts';
import { createAuditModule } from './modules/audit/index.ts';
import { createAuthModule } from './modules/auth/index.ts';
import { createChartModule } from './modules/chart/index.ts';
import { createChatModule } from './modules/chat/index.ts';
import { createDirectoryModule } from './modules/directory/index.ts';
import { createMetricsModule } from './modules/metrics/index.ts';
import { createPharmacyModule } from './modules/pharmacy/index.ts';
import { createPrescribingModule } from './modules/prescribing/index.ts';
import { createVisitsModule } from './modules/visits/index.ts';

/** Every module of the api, in the order of who may use whom. Nothing is mounted that does not stand here. */
export function registerModules(deps: ApiDeps): { mediaNodeReady: () => Promise<boolean> } {
  const auth = createAuthModule(deps);
  const directory = createDirectoryModule(deps, auth);
  const visits = createVisitsModule(deps, auth, directory);
  const chart = createChartModule(deps, visits);
  createChatModule(deps, visits);
  const { confirmPassword } = auth;
  const prescribing = createPrescribingModule(deps, {
    confirmPassword,
    hospitalBySlug: (slug, cause) => auth.hospitals.bySlug(slug, cause),
    visit: (tx, visitId) => visits.getVisit(tx, visitId),
    requireConduct: (tx, actor, visitId) => visits.requireConduct(tx, actor, visitId),
    facts: (tx, patientId) => chart.facts(tx, patientId),
    diagnosesOf: (tx, visitId) => chart.diagnosesOf(tx, visitId),
  });
  createPharmacyModule(deps, { prescribing, confirmPassword });
  createMetricsModule(deps, auth);
  createAuditModule(deps);
  return { mediaNodeReady: () => visits.mediaNodeReady() };
}
