import { z } from 'zod';
import { date, localizedText } from '../core/common.ts';
import { safetyChecks } from './prescribing.constants.ts';
import { acknowledgement, detectedIssue } from './prescribing.schemas.ts';
import { FEWEST_SHOWN } from './alert-rates.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

/** A count; null from one to four. */
const count = z.int().min(0).nullable();

/** How often an alert was shown for a prescription, and how often it was overridden. */
const shownAndOverridden = { shown: count, overridden: count };

export const alertRule = z.strictObject({
  /** Check, rule, and the ingredient when the rule itself names none. Never a product. */
  rule: z.string(),
  check: z.string(),
  /** The highest severity with which it was shown. */
  severity: detectedIssue.shape.severity,
  /** The rule’s text, or what it concerns; null for a rule that no longer exists. */
  text: localizedText.nullable(),
  ...shownAndOverridden,
  /** Most frequent first; reasons given fewer than five times are combined under null. */
  reasons: z.array(z.strictObject({ reason: acknowledgement.shape.reason.nullable(), times: count })),
});
export type AlertRule = z.output<typeof alertRule>;

export const alertRates = z.strictObject({
  /** Days in the hospital’s time zone, both inclusive. */
  from: date,
  to: date,
  atLeast: z.int(),
  /** Day of the first stored outcome, in the hospital’s time zone. Earlier alerts are counted by check only, in the figures. */
  recordedSince: date.nullable(),
  /** Rules shown at least five times. */
  rules: z.array(alertRule),
  /** Rules that were always overridden, shown `atLeast` times or more: they may be wrong, or worded wrongly. */
  alwaysOverridden: z.array(alertRule),
  /** Number of further rules, each shown fewer than five times. */
  foldedRules: z.int().min(0),
});
export type AlertRates = z.output<typeof alertRates>;

export const alertRatesSchemas = {
  readAlertRates: {
    summary: 'Get how often each alert was shown and overridden, by rule; never by product or doctor',
    query: z.strictObject({
      /** Days in the hospital’s time zone, both inclusive; the last 90 days by default. */
      from: date.optional(),
      to: date.optional(),
      check: z.enum(safetyChecks).optional(),
      sort: z.enum(['share', 'shown']).default('share'),
      atLeast: z.coerce.number().int().min(FEWEST_SHOWN).max(1000).default(20),
    }),
    response: alertRates,
  },
} satisfies RouteSchemas;
