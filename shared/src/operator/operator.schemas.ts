import { isTimeZone } from '../core/time/time-zone.ts';
import { z } from 'zod';
import { email, hospitalSlug, newPassword } from '../core/contact.ts';
import { empty, id, instant, locale, localizedText, page, sortedQuery, text } from '../core/common.ts';
import {
  hospitalSorts,
  jurisdictions,
  operatorActions,
  operatorOutcomes,
  operatorEventSorts,
} from './operator.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

const oneTimeCode = z.string().regex(/^\d{6}$/);
const operator = z.strictObject({ id, email: z.string(), name: z.string() });
export type Operator = z.output<typeof operator>;

/** What the link of an operator’s invitation stands for. */
const link = z.strictObject({ operatorId: id, secret: z.string().min(16).max(100) });

const operatedHospital = z.strictObject({
  id,
  slug: hospitalSlug,
  name: localizedText,
  jurisdiction: z.string(),
  timeZone: z.string(),
  locale,
  createdAt: instant,
  suspendedAt: instant.nullable(),
  /** Numbers are all that an operator sees of a hospital. */
  staff: z.int(),
  patients: z.int(),
  visitsInThirtyDays: z.int(),
});
export type OperatedHospital = z.output<typeof operatedHospital>;

/** The first administrator’s link; the secret is shown once. */
const madeHospital = z.strictObject({
  hospital: operatedHospital,
  invitationId: id,
  secret: z.string(),
});

const administrator = z.strictObject({ email, name: text(80, 1), nameLatin: text(120).default('') });

const hospitalParams = z.strictObject({ hospitalId: id });

const operatorEvent = z.strictObject({
  id,
  at: instant,
  action: z.enum(operatorActions),
  outcome: z.enum(operatorOutcomes),
  operator: z.string().nullable(),
  /** Which hospital it was about. */
  hospital: z.strictObject({ id, slug: z.string(), name: localizedText }).nullable(),
  /** The e-mail address of the operator who was invited. */
  invited: z.string().nullable(),
  address: z.string().nullable(),
});
export type OperatorEvent = z.output<typeof operatorEvent>;

export const openOperatorSessionBody = z.strictObject({
  email,
  password: z.string().min(1).max(200),
  code: oneTimeCode,
});

export const foundHospitalBody = z.strictObject({
  /** Made by the page, so that a doubled command makes one; the link of the later answer is the good one. */
  id,
  slug: hospitalSlug,
  name: z.strictObject({ en: text(80, 1), zh: text(80, 1) }),
  jurisdiction: z.enum(jurisdictions),
  timeZone: z.string().max(60).refine(isTimeZone, { error: 'time-zone' }),
  locale,
  administrator,
});

export const operatorSchemas = {
  openOperatorInvitation: {
    summary: 'Get an operator’s authenticator setup; wrong and used links look the same',
    body: link,
    response: z.strictObject({
      email: z.string(),
      secret: z.string(),
      address: z.string(),
      code: z.strictObject({ size: z.int(), path: z.string() }),
    }),
    rateLimit: 20,
  },
  acceptOperatorInvitation: {
    summary: 'Set name, password and first authenticator code; signs in',
    body: link.extend({ name: text(80, 1), password: newPassword, code: oneTimeCode }),
    response: operator,
    rateLimit: 20,
  },
  openOperatorSession: {
    summary: 'Sign in as an operator with password and code; sets a separate cookie',
    body: openOperatorSessionBody,
    response: operator,
    rateLimit: 20,
  },
  openDemoOperatorSession: {
    summary: 'Sign in as the demo operator (demo mode only)',
    response: operator,
    rateLimit: 20,
  },
  readOperatorSession: {
    summary: 'Get the signed-in operator',
    response: operator,
  },
  endOperatorSession: {
    summary: 'Sign out',
    response: empty,
  },
  listOperatedHospitals: {
    summary: 'List the hospitals of the installation with their size',
    query: z.strictObject(sortedQuery(hospitalSorts)),
    response: page(operatedHospital),
  },
  foundHospital: {
    summary: 'Create a hospital with its certificate authority and an invitation for its first administrator',
    body: foundHospitalBody,
    response: madeHospital,
  },
  suspendHospital: {
    summary: 'Close a hospital; signs everyone out and blocks sign-in',
    params: hospitalParams,
    response: operatedHospital,
  },
  resumeHospital: {
    summary: 'Reopen a closed hospital',
    params: hospitalParams,
    response: operatedHospital,
  },
  listOperatorEvents: {
    summary: 'List operator actions; `q` searches operators, hospitals and addresses',
    query: z.strictObject({
      ...sortedQuery(operatorEventSorts, 'desc'),
      action: z.enum(operatorActions).optional(),
      outcome: z.enum(operatorOutcomes).optional(),
    }),
    response: page(operatorEvent),
  },
} satisfies RouteSchemas;
