import { routesOf } from '../core/route.ts';
import type { consentTextsSchemas } from './consent-texts.schemas.ts';

export type { ConsentWordings, ConsentDraft, ConsentVersion, PublicText } from './consent-texts.schemas.ts';

const defineRoute = routesOf<typeof consentTextsSchemas>();

export const listConsentVersions = defineRoute(
  'listConsentVersions',
  'GET /api/administration/consent-texts',
  'consent.manage',
);
export const readConsentDraft = defineRoute(
  'readConsentDraft',
  'GET /api/administration/consent-draft',
  'consent.manage',
);
export const saveConsentDraft = defineRoute(
  'saveConsentDraft',
  'PUT /api/administration/consent-draft',
  'consent.manage',
  { ifMatch: true },
);
export const discardConsentDraft = defineRoute(
  'discardConsentDraft',
  'DELETE /api/administration/consent-draft',
  'consent.manage',
  { ifMatch: true, status: 204 },
);
export const publishConsentDraft = defineRoute(
  'publishConsentDraft',
  'POST /api/administration/consent-draft/publication',
  'consent.manage',
  { ifMatch: true },
);
export const readPublicText = defineRoute('readPublicText', 'GET /api/hospitals/:hospital/texts/:kind', 'public');
