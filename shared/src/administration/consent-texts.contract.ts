import { z } from 'zod';
import { cursorQuery, empty, instant, page, personNames, prose, text, version } from '../core/common.ts';
import { defineRoute } from '../core/route.ts';

const wording = z.strictObject({ title: prose(200), paragraphs: z.array(prose(4000)).max(60) });
const wordings = z.strictObject({ en: wording, 'zh-CN': wording });
export type ConsentWordings = z.output<typeof wordings>;

const consentDraft = z.strictObject({ version, wordings, savedAt: instant, savedBy: personNames.nullable() });
export type ConsentDraft = z.output<typeof consentDraft>;

const consentVersion = z.strictObject({
  /** The word that a visit keeps of what was agreed to. */
  label: z.string(),
  validFrom: instant,
  state: z.enum(['coming', 'in-force', 'over']),
  /** The version that it took the place of, or will; null for the first. */
  follows: z.string().nullable(),
  wordings,
});
export type ConsentVersion = z.output<typeof consentVersion>;

export const consentVersionSorts = ['valid-from', 'label'] as const;

export const listConsentVersions = defineRoute({
  name: 'listConsentVersions',
  method: 'GET',
  path: '/api/administration/consent-texts',
  summary: 'Published versions of the consent text; `q` looks in their names and in the words of both languages',
  permission: 'consent.manage',
  query: z.strictObject({
    ...cursorQuery,
    q: z.string().trim().max(80).default(''),
    /** The version of that name alone. */
    label: z.string().max(40).optional(),
    sort: z.enum(consentVersionSorts).default('valid-from'),
    order: z.enum(['asc', 'desc']).default('desc'),
  }),
  response: page(consentVersion),
});

export const readConsentDraft = defineRoute({
  name: 'readConsentDraft',
  method: 'GET',
  path: '/api/administration/consent-draft',
  summary: 'The draft of the next version; null without one',
  permission: 'consent.manage',
  response: z.strictObject({ draft: consentDraft.nullable() }),
});

export const saveConsentDraft = defineRoute({
  name: 'saveConsentDraft',
  method: 'PUT',
  path: '/api/administration/consent-draft',
  summary: 'Save the draft; version 0 begins one',
  permission: 'consent.manage',
  ifMatch: true,
  body: wordings,
  response: consentDraft,
});

export const discardConsentDraft = defineRoute({
  name: 'discardConsentDraft',
  method: 'DELETE',
  path: '/api/administration/consent-draft',
  summary: 'Put the draft away',
  permission: 'consent.manage',
  ifMatch: true,
  response: empty,
  status: 204,
});

export const publishConsentDraft = defineRoute({
  name: 'publishConsentDraft',
  method: 'POST',
  path: '/api/administration/consent-draft/publication',
  summary: 'Publish the draft in both languages, good from a time on; asks for a second factor',
  permission: 'consent.manage',
  ifMatch: true,
  body: z.strictObject({ label: text(40, 1), validFrom: instant }),
  response: consentVersion,
});
