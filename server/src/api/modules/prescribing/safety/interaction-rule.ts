import { z } from 'zod';
import { list, provenance, slug, slugList } from '../formulary/columns.ts';
import type { Severity } from './severity.ts';
import { severities } from './severity.ts';

/** How well an interaction is known: seen in studies, likely, reported in some patients, or expected from how it works. */
export const evidenceGrades = ['established', 'probable', 'suspected', 'theoretical'] as const;
export type EvidenceGrade = (typeof evidenceGrades)[number];

/** Ingredients that take part in an interaction in the same way. */
export interface InteractionClass {
  readonly id: string;
  readonly en: string;
  readonly zh: string;
  readonly members: readonly string[];
}

export const interactionClassRowSchema: z.ZodType<InteractionClass> = z.strictObject({
  id: slug,
  en: z.string().min(1),
  zh: z.string().min(1),
  members: slugList.refine((members) => members.length > 0, 'at least one member'),
});

/** One line of the rule table: everything on side `a` with everything on side `b`. */
export interface InteractionRule {
  readonly id: string;
  /** Ingredients, and classes written `class:id`. */
  readonly a: readonly string[];
  readonly b: readonly string[];
  readonly severity: Severity;
  readonly evidence: EvidenceGrade;
  readonly mechanism: { readonly en: string; readonly zh: string };
  readonly advice: { readonly en: string; readonly zh: string };
  /** A work that a pharmacist can look up. */
  readonly source: string;
  readonly confidence: 'sure' | 'check';
  readonly note: string;
}

const side = list.pipe(z.array(z.string().regex(/^(class:)?[a-z0-9-]+$/, 'expected an ingredient or class:id')).min(1));

export const interactionRuleRowSchema = z
  .strictObject({
    id: slug,
    a: side,
    b: side,
    severity: z.enum(severities),
    evidence: z.enum(evidenceGrades),
    mechanismEn: z.string().min(1),
    mechanismZh: z.string().min(1),
    adviceEn: z.string().min(1),
    adviceZh: z.string().min(1),
    ...provenance,
  })
  .transform(({ mechanismEn, mechanismZh, adviceEn, adviceZh, ...row }): InteractionRule => ({
    ...row,
    mechanism: { en: mechanismEn, zh: mechanismZh },
    advice: { en: adviceEn, zh: adviceZh },
  }));
