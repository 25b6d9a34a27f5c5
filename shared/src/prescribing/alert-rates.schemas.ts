import { z } from 'zod';
import { date, localizedText } from '../core/common.ts';
import { safetyChecks } from './prescribing.constants.ts';
import { acknowledgement, detectedIssue } from './prescribing.schemas.ts';
import { FEWEST_SHOWN } from './alert-rates.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

/** A count; null where it is above nothing and below five. */
const count = z.int().min(0).nullable();

/** How often an alert was shown for a prescription, and how often it was signed over all the same. */
const shownAndOverridden = { shown: count, overridden: count };

export const alertRule = z.strictObject({
  /** Check, rule, and the ingredient where the rule itself names none. Never a product. */
  rule: z.string(),
  check: z.string(),
  /** The worst that it was shown with. */
  severity: detectedIssue.shape.severity,
  /** What the rule says, or whom it concerns; null for a rule that is no longer known. */
  text: localizedText.nullable(),
  ...shownAndOverridden,
  /** Most frequent first; those given fewer than five times stand together under null. */
  reasons: z.array(z.strictObject({ reason: acknowledgement.shape.reason.nullable(), times: count })),
});
export type AlertRule = z.output<typeof alertRule>;

export const alertRates = z.strictObject({
  /** Days of the hospital’s calendar, both included. */
  from: date,
  to: date,
  atLeast: z.int(),
  checks: z.array(z.strictObject({ check: z.string(), ...shownAndOverridden })),
  /** Rules shown at least five times. */
  rules: z.array(alertRule),
  /** Rules that nobody heeded once, shown `atLeast` times or more: they may be wrong, or worded wrongly. */
  alwaysOverridden: z.array(alertRule),
  /** How many more rules were shown, each fewer than five times. */
  foldedRules: z.int().min(0),
});
export type AlertRates = z.output<typeof alertRates>;

export const alertRatesSchemas = {
  readAlertRates: {
    summary: 'Get how often each alert was shown and overridden, by rule and check; never by product or doctor',
    query: z.strictObject({
      days: z.coerce.number().int().min(1).max(366).default(90),
      check: z.enum(safetyChecks).optional(),
      sort: z.enum(['share', 'shown']).default('share'),
      atLeast: z.coerce.number().int().min(FEWEST_SHOWN).max(1000).default(20),
    }),
    response: alertRates,
  },
} satisfies RouteSchemas;
