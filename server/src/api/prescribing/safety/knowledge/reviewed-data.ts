import type { listRules } from '@yunzhen/shared/prescribing/rules.contract';
import type { ResponseOf } from '@yunzhen/shared/core/route';
import { formularyManifest } from '../../../catalogues/index.ts';
import { knowledgeManifest } from './knowledge-manifest.ts';

type DataSet = ResponseOf<typeof listRules>['data'][number];

/** Returns the built-in data sets that the checks use, each with the reviewer of its current version. */
export function clinicalDataSets(): DataSet[] {
  const { version, reviewedBy } = formularyManifest;
  return [
    { name: 'formulary', version, reviewedBy },
    { name: 'interactions', version: knowledgeManifest.version, reviewedBy: knowledgeManifest.reviewedBy },
  ];
}

/** Returns the reviewers of the data behind a result; null while one of the sets is not reviewed. */
export function dataReviewedBy(sets: readonly DataSet[] = clinicalDataSets()): string | null {
  const reviewers = sets.map(({ reviewedBy }) => reviewedBy);
  return reviewers.includes(null) ? null : [...new Set(reviewers)].join(', ');
}
