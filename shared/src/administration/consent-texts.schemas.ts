import { byLocale } from '../core/locale.ts';
import { z } from 'zod';
import { cursorQuery, empty, instant, page, personNames, prose, text, version } from '../core/common.ts';
import { consentVersionSorts } from './consent-texts.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

const wording = z.strictObject({ title: prose(200), paragraphs: z.array(prose(4000)).max(60) });
const wordings = z.strictObject(byLocale(() => wording));
export type ConsentWordings = z.output<typeof wordings>;

const consentDraft = z.strictObject({ version, wordings, savedAt: instant, savedBy: personNames.nullable() });
export type ConsentDraft = z.output<typeof consentDraft>;

const consentVersion = z.strictObject({
  /** The version label that a visit records as consented to. */
  label: z.string(),
  validFrom: instant,
  state: z.enum(['coming', 'in-force', 'over']),
  /** The version that it replaced, or will replace; null for the first. */
  follows: z.string().nullable(),
  wordings,
});
export type ConsentVersion = z.output<typeof consentVersion>;

export const consentTextsSchemas = {
  listConsentVersions: {
    summary: 'List published versions of the consent text; `q` searches names and texts in every language',
    query: z.strictObject({
      ...cursorQuery,
      q: z.string().trim().max(80).default(''),
      /** Filters by the version with that label. */
      label: z.string().max(40).optional(),
      sort: z.enum(consentVersionSorts).default('valid-from'),
      order: z.enum(['asc', 'desc']).default('desc'),
    }),
    response: page(consentVersion),
  },
  readConsentDraft: {
    summary: 'Get the draft of the next version, or null',
    response: z.strictObject({ draft: consentDraft.nullable() }),
  },
  saveConsentDraft: {
    summary: 'Save the draft; version 0 creates one',
    body: wordings,
    response: consentDraft,
  },
  discardConsentDraft: {
    summary: 'Discard the draft',
    response: empty,
  },
  publishConsentDraft: {
    summary: 'Publish the draft in every language with an effective time; requires a second factor',
    body: z.strictObject({ label: text(40, 1), validFrom: instant }),
    response: consentVersion,
  },
} satisfies RouteSchemas;
