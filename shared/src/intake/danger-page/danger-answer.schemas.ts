import { z } from 'zod';
import { id, instant } from '../../core/common.ts';
import { redFlagIds } from '../danger-signs/red-flag-rules.ts';
import { dangerItemIds } from './danger-page.ts';

export const dangerItems = z.array(z.enum(dangerItemIds)).max(dangerItemIds.length);

/** The answers on the page of danger signs, as stored with a visit or a request. */
export const dangerAnswer = z.strictObject({
  /** Id of its row. */
  id,
  /** The version of the page that was shown. */
  page: z.int().min(1),
  shown: dangerItems,
  /** Every item that was ticked before this visit or request, with the first time; empty for "none of these". */
  ticked: z.array(z.strictObject({ id: z.enum(dangerItemIds), at: instant })),
  /** Time of the last answer. */
  at: instant,
  /** Answered by a guardian or carer from another account. */
  acting: z.boolean(),
});
export type DangerAnswer = z.output<typeof dangerAnswer>;

/** Danger signs that the patient declared to be no emergency, and when. */
export const declaredFlags = z.array(z.strictObject({ id: z.enum(redFlagIds), at: instant }));
export type DeclaredFlag = z.output<typeof declaredFlags>[number];

/** Danger signs that the patient has declared, one by one, to be no emergency. */
export const dismissedFlags = z.array(z.enum(redFlagIds)).max(redFlagIds.length).default([]);
