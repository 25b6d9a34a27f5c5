import { isTimeZone } from '../core/time/time-zone.ts';
import { z } from 'zod';
import { email, hospitalSlug, newPassword } from '../core/contact.ts';
import { empty, id, instant, locale, localizedText, page, sortedQuery, text } from '../core/common.ts';
import { defineRoute } from '../core/route.ts';

const oneTimeCode = z.string().regex(/^\d{6}$/);
const operator = z.strictObject({ id, email: z.string(), name: z.string() });
export type Operator = z.output<typeof operator>;

/** What the link of an operator’s invitation stands for. */
const link = z.strictObject({ operatorId: id, secret: z.string().min(16).max(100) });

export const openOperatorInvitation = defineRoute({
  name: 'openOperatorInvitation',
  method: 'POST',
  path: '/api/operator/invitations/opening',
  summary: 'What an operator sets up an authenticator with; a wrong link and one that was used look the same',
  permission: 'public',
  body: link,
  response: z.strictObject({
    email: z.string(),
    secret: z.string(),
    address: z.string(),
    code: z.strictObject({ size: z.int(), path: z.string() }),
  }),
  rateLimit: 20,
});

export const acceptOperatorInvitation = defineRoute({
  name: 'acceptOperatorInvitation',
  method: 'POST',
  path: '/api/operator/invitations/acceptance',
  summary: 'Set name, password and the first code of the authenticator; signs in',
  permission: 'public',
  body: link.extend({ name: text(80, 1), password: newPassword, code: oneTimeCode }),
  response: operator,
  status: 201,
  rateLimit: 20,
});

export const openOperatorSession = defineRoute({
  name: 'openOperatorSession',
  method: 'POST',
  path: '/api/operator/session',
  summary: 'Sign in as an operator, with password and code; sets a cookie of its own',
  permission: 'public',
  body: z.strictObject({ email, password: z.string().min(1).max(200), code: oneTimeCode }),
  response: operator,
  status: 201,
  rateLimit: 20,
});

export const openDemoOperatorSession = defineRoute({
  name: 'openDemoOperatorSession',
  method: 'POST',
  path: '/api/operator/session/demo',
  summary: 'Step in as the operator of a demo installation; does not exist in any other mode',
  permission: 'public',
  response: operator,
  status: 201,
  rateLimit: 20,
});

export const readOperatorSession = defineRoute({
  name: 'readOperatorSession',
  method: 'GET',
  path: '/api/operator/session',
  summary: 'The signed-in operator',
  permission: 'operator',
  response: operator,
});

export const endOperatorSession = defineRoute({
  name: 'endOperatorSession',
  method: 'DELETE',
  path: '/api/operator/session',
  summary: 'Sign out',
  permission: 'operator',
  response: empty,
  status: 204,
});

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

export const hospitalSorts = ['name', 'created', 'visits'] as const;

export const listOperatedHospitals = defineRoute({
  name: 'listOperatedHospitals',
  method: 'GET',
  path: '/api/operator/hospitals',
  summary: 'Hospitals of the installation, with how large they are',
  permission: 'operator',
  query: z.strictObject(sortedQuery(hospitalSorts)),
  response: page(operatedHospital),
});

export const jurisdictions = ['CN', 'generic'] as const;

/** The first administrator’s link; the secret is shown once. */
const madeHospital = z.strictObject({
  hospital: operatedHospital,
  invitationId: id,
  secret: z.string(),
});

const administrator = z.strictObject({ email, name: text(80, 1), nameLatin: text(120).default('') });

export const foundHospital = defineRoute({
  name: 'foundHospital',
  method: 'POST',
  path: '/api/operator/hospitals',
  summary: 'Found a hospital, with its certificate authority and an invitation for its first administrator',
  permission: 'operator',
  body: z.strictObject({
    /** Made by the page, so that a doubled command makes one; the link of the later answer is the good one. */
    id,
    slug: hospitalSlug,
    name: z.strictObject({ en: text(80, 1), zh: text(80, 1) }),
    jurisdiction: z.enum(jurisdictions),
    timeZone: z.string().max(60).refine(isTimeZone, { error: 'time-zone' }),
    locale,
    administrator,
  }),
  response: madeHospital,
  status: 201,
});

const hospitalParams = z.strictObject({ hospitalId: id });

export const suspendHospital = defineRoute({
  name: 'suspendHospital',
  method: 'POST',
  path: '/api/operator/hospitals/:hospitalId/suspension',
  summary: 'Close a hospital: everybody is signed out at once and nobody signs in',
  permission: 'operator',
  params: hospitalParams,
  response: operatedHospital,
});

export const resumeHospital = defineRoute({
  name: 'resumeHospital',
  method: 'POST',
  path: '/api/operator/hospitals/:hospitalId/resumption',
  summary: 'Open a closed hospital again',
  permission: 'operator',
  params: hospitalParams,
  response: operatedHospital,
});

export const operatorActions = [
  'operator.invited',
  'operator.joined',
  'session.started',
  'session.refused',
  'session.ended',
  'hospital.listed',
  'hospital.founded',
  'hospital.suspended',
  'hospital.resumed',
  'event.listed',
  'secrets.rewrapped',
] as const;
export type OperatorAction = (typeof operatorActions)[number];

export const operatorEventSorts = ['at'] as const;
export const operatorOutcomes = ['done', 'denied'] as const;

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

export const listOperatorEvents = defineRoute({
  name: 'listOperatorEvents',
  method: 'GET',
  path: '/api/operator/events',
  summary: 'What operators did; `q` looks in operators, hospitals and addresses',
  permission: 'operator',
  query: z.strictObject({
    ...sortedQuery(operatorEventSorts, 'desc'),
    action: z.enum(operatorActions).optional(),
    outcome: z.enum(operatorOutcomes).optional(),
  }),
  response: page(operatorEvent),
});
