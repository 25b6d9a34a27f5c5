import { z } from 'zod';
import { id, instant } from '../../core/common.ts';
import { redFlagIds } from '../danger-signs/red-flag-rules.ts';
import { dangerItemIds } from './danger-page.ts';

export const dangerItems = z.array(z.enum(dangerItemIds)).max(dangerItemIds.length);

/** What was answered on the page of danger signs, as it stays with a visit or a request. */
export const dangerAnswer = z.strictObject({
  /** Of the row that holds it. */
  id,
  /** The version of the page that was shown. */
  page: z.int().min(1),
  shown: dangerItems,
  /** Every item that was ticked before this visit or request, with the first time; empty for "none of these". */
  ticked: z.array(z.strictObject({ id: z.enum(dangerItemIds), at: instant })),
  /** The last answer. */
  at: instant,
  /** The account was not the patient’s own: a guardian or a carer answered. */
  acting: z.boolean(),
});
export type DangerAnswer = z.output<typeof dangerAnswer>;

/** Danger signs that the patient has said, one by one, are no emergency. */
export const dismissedFlags = z.array(z.enum(redFlagIds)).max(redFlagIds.length).default([]);
