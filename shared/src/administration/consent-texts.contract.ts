import { defineRoute } from '../core/route.ts';
import type { consentTextsSchemas } from './consent-texts.schemas.ts';

export type { ConsentWordings, ConsentDraft, ConsentVersion, PublicText } from './consent-texts.schemas.ts';

export const listConsentVersions = defineRoute<typeof consentTextsSchemas, 'listConsentVersions'>({
  name: 'listConsentVersions',
  method: 'GET',
  path: '/api/administration/consent-texts',
  permission: 'consent.manage',
});

export const readConsentDraft = defineRoute<typeof consentTextsSchemas, 'readConsentDraft'>({
  name: 'readConsentDraft',
  method: 'GET',
  path: '/api/administration/consent-draft',
  permission: 'consent.manage',
});

export const saveConsentDraft = defineRoute<typeof consentTextsSchemas, 'saveConsentDraft'>({
  name: 'saveConsentDraft',
  method: 'PUT',
  path: '/api/administration/consent-draft',
  permission: 'consent.manage',
  ifMatch: true,
});

export const discardConsentDraft = defineRoute<typeof consentTextsSchemas, 'discardConsentDraft'>({
  name: 'discardConsentDraft',
  method: 'DELETE',
  path: '/api/administration/consent-draft',
  permission: 'consent.manage',
  ifMatch: true,
  status: 204,
});

export const publishConsentDraft = defineRoute<typeof consentTextsSchemas, 'publishConsentDraft'>({
  name: 'publishConsentDraft',
  method: 'POST',
  path: '/api/administration/consent-draft/publication',
  permission: 'consent.manage',
  ifMatch: true,
});

export const readPublicText = defineRoute<typeof consentTextsSchemas, 'readPublicText'>({
  name: 'readPublicText',
  method: 'GET',
  path: '/api/hospitals/:hospital/texts/:kind',
  permission: 'public',
});
