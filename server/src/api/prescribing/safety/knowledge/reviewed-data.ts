import type { listRules } from '@yunzhen/shared/prescribing/rules.contract';
import type { ResponseOf } from '@yunzhen/shared/core/route';
import { formularyManifest } from '../../../catalogues/index.ts';
import { knowledgeManifest } from './knowledge-manifest.ts';

type DataSet = ResponseOf<typeof listRules>['data'][number];

/** The built-in data that every check rests on, with who has reviewed this version of it. */
export function clinicalDataSets(): DataSet[] {
  const { version, reviewedBy } = formularyManifest;
  return [
    { name: 'formulary', version, reviewedBy },
    { name: 'interactions', version: knowledgeManifest.version, reviewedBy: knowledgeManifest.reviewedBy },
  ];
}

/** Whose review a result rests on; null as long as one of the sets was reviewed by nobody. */
export function dataReviewedBy(sets: readonly DataSet[] = clinicalDataSets()): string | null {
  const reviewers = sets.map(({ reviewedBy }) => reviewedBy);
  return reviewers.includes(null) ? null : [...new Set(reviewers)].join(', ');
}
