import { byLocale } from '../core/locale.ts';
import { z } from 'zod';
import {
  cursorQuery,
  empty,
  id,
  instant,
  locale,
  localizedText,
  page,
  personNames,
  prose,
  text,
  version,
} from '../core/common.ts';
import { hospitalSlug } from '../core/contact.ts';
import { consentVersionSorts, hospitalTextKinds, publicTextKinds } from './consent-texts.constants.ts';
import { publicDetails } from './hospital-settings.schemas.ts';
import type { RouteSchemas } from '../core/route.ts';

const wording = z.strictObject({ title: prose(200), paragraphs: z.array(prose(4000)).max(60) });
const wordings = z.strictObject(byLocale(() => wording));
export type ConsentWordings = z.output<typeof wordings>;

/** Which of the hospital’s texts. */
const kind = z.enum(hospitalTextKinds).default('visit-consent');
const kindQuery = z.strictObject({ kind });

const consentDraft = z.strictObject({ version, wordings, savedAt: instant, savedBy: personNames.nullable() });
export type ConsentDraft = z.output<typeof consentDraft>;

const consentVersion = z.strictObject({
  /** The version label that a visit records as consented to. */
  label: z.string(),
  validFrom: instant,
  state: z.enum(['coming', 'in-force', 'over']),
  /** The version that it replaced, or will replace; null for the first. */
  follows: z.string().nullable(),
  /** Whether those who agreed to an earlier version are asked again. */
  asksAgreement: z.boolean(),
  wordings,
});
export type ConsentVersion = z.output<typeof consentVersion>;

const publicText = z.strictObject({
  kind: z.enum(publicTextKinds),
  version: z.string(),
  locale,
  title: z.string(),
  /** One that begins with `# ` is a heading; one whose lines begin with `- ` is a list. */
  paragraphs: z.array(z.string()),
  /** Null for the standard text of the product. */
  validFrom: instant.nullable(),
  hospital: z.strictObject({
    id,
    slug: hospitalSlug,
    name: localizedText,
    phone: z.string().nullable(),
    address: publicDetails.shape.address,
    openingHours: publicDetails.shape.openingHours,
  }),
});
export type PublicText = z.output<typeof publicText>;

export const consentTextsSchemas = {
  listConsentVersions: {
    summary: 'List published versions of the consent text; `q` searches names and texts in every language',
    query: z.strictObject({
      ...cursorQuery,
      kind,
      q: z.string().trim().max(80).default(''),
      /** Filters by the version with that label. */
      label: z.string().max(40).optional(),
      sort: z.enum(consentVersionSorts).default('valid-from'),
      order: z.enum(['asc', 'desc']).default('desc'),
    }),
    response: page(consentVersion),
  },
  readConsentDraft: {
    summary: 'Get the draft of the next version, or null, and the standard text of the product where there is one',
    query: kindQuery,
    response: z.strictObject({
      draft: consentDraft.nullable(),
      standard: z.strictObject({ label: z.string(), wordings }).nullable(),
    }),
  },
  saveConsentDraft: {
    summary: 'Save the draft; version 0 creates one',
    query: kindQuery,
    body: wordings,
    response: consentDraft,
  },
  discardConsentDraft: {
    summary: 'Discard the draft',
    query: kindQuery,
    response: empty,
  },
  publishConsentDraft: {
    summary: 'Publish the draft in every language with an effective time; requires a second factor',
    query: kindQuery,
    body: z.strictObject({ label: text(40, 1), validFrom: instant, asksAgreement: z.boolean().default(true) }),
    response: consentVersion,
  },
  readPublicText: {
    summary: 'Get a text of the hospital’s public pages in force now, with the hospital’s name and contacts',
    params: z.strictObject({ hospital: hospitalSlug, kind: z.enum(publicTextKinds) }),
    /** Without a version, the text in force now; a version that is not published or not in force yet is not found. */
    query: z.strictObject({ locale, version: z.string().min(1).max(40).optional() }),
    response: publicText,
  },
} satisfies RouteSchemas;
