import type { Tx } from '../../platform/db/transaction.ts';
import type { ApiDeps } from '../core/area-deps.ts';
import type { ChartArea } from '../chart/index.ts';
import { fileJudge } from '../../platform/files/file-judge.ts';
import type { VisitsArea } from '../visits/index.ts';
import { DraftsRepository } from './drafts.repository.ts';
import { DraftsService } from './drafts.service.ts';
import { registerIntakeRoutes } from './intake.routes.ts';
import { carryAnswersOver } from './answer-carry-over.ts';
import { PicturesRepository } from './pictures.repository.ts';
import { PicturesService } from './pictures.service.ts';
import { sweepIntakeDraftsJob } from './sweep.job.ts';
import { answersAreTaken } from './take-answers.ts';

export interface IntakeDeps extends ApiDeps {
  visits: VisitsArea;
  chart: ChartArea;
}

/** The handlers of the visits’ hooks. */
export interface IntakeArea {
  readonly takeAnswers: ReturnType<typeof answersAreTaken>;
  readonly keepAnswers: ReturnType<typeof carryAnswersOver>;
  /** Removes the draft of a visit that ended before check-in. */
  dropAnswers(tx: Tx, visit: { id: string }): Promise<void>;
}

/** Creates the intake area: patients’ answers before a visit, until they become part of it. */
export function createIntakeArea(deps: IntakeDeps): IntakeArea {
  const { transactions, routes, jobs, log, files, visits, chart } = deps;
  const rows = new DraftsRepository();
  const pictures = new PicturesRepository();
  const drafts = new DraftsService({ transactions, drafts: rows, pictures, visits });
  registerIntakeRoutes(routes, {
    drafts,
    pictures: new PicturesService({ transactions, drafts, pictures, visits, chart, judge: fileJudge(log), files }),
  });
  jobs.define(sweepIntakeDraftsJob(transactions, rows));
  return {
    takeAnswers: answersAreTaken(rows, pictures),
    keepAnswers: carryAnswersOver(rows),
    dropAnswers: async (tx, visit) => {
      const draft = await rows.lockOfVisit(tx, visit.id);
      if (draft) await rows.remove(tx, draft.id);
    },
  };
}
