import type { WhatIf } from '@yunzhen/shared/prescribing/knowledge.contract';
import type { SafetyReport } from '@yunzhen/shared/prescribing/prescribing.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import type { ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { FairQueue } from '../../../platform/limits/fair-queue.ts';
import { Service } from '../../../platform/service.ts';
import { textOfRule } from '../alerts/shown-alerts.ts';
import type { ImportedBases } from '../imports/imported-bases.ts';
import type { PrescribingPart } from '../prescribing-part.ts';
import { knowledgeManifest } from '../safety/knowledge/knowledge-manifest.ts';
import type { PrescriptionChecks } from '../safety/prescription-checks.ts';
import type { RulesInUse } from '../safety/safety-run.ts';
import { decidedTables, isCurrent, type Decided } from './decided-tables.ts';
import type { DecisionsRepository } from './decisions.repository.ts';
import { releaseContent } from './release-json.ts';
import type { ReleasesInUse } from './releases-in-use.ts';
import { sha256Of } from './ruled-rows.ts';
import { WhatIfCounts } from './what-if.ts';

const DAYS = 90;
/** The newest ones are compared; the answer says how many were not. */
const MAX_PRESCRIPTIONS = 500;
const AT_ONCE = 25;
/** Comparisons of all hospitals in this process: each has a connection of the pool and a thread of the checks most of its time. */
const comparing = new FairQueue({ atOnce: 2, waiting: 4 });
/** Milliseconds after which no further prescriptions are compared. */
const BUDGET = 7_000;
/** The longest wait for a place, in milliseconds. With `BUDGET` it is well below the 20 seconds for which a page waits. */
const LONGEST_WAIT = 8_000;

/** `signal` is aborted when the client has gone. */
interface Asked {
  context: ActorContext;
  entityId: string;
  signal: AbortSignal | undefined;
}

/** Returns the rules before and after. */
type SetsOf = (tx: Tx) => Promise<readonly [RulesInUse, RulesInUse]>;

export interface WhatIfDeps extends PrescribingPart<'transactions' | 'repository' | 'formularies'> {
  decisions: DecisionsRepository;
  inUse: ReleasesInUse;
  bases: Pick<ImportedBases, 'packed'>;
  checks: Pick<PrescriptionChecks, 'withRules'>;
}

/**
 * Counts the effect of a release or of one decision on recent prescriptions. Answers contain counts only. Throws `service.unavailable` while too many
 * are compared, so that they never hold up the checks of prescriptions being written. `signal` ends a comparison that no client waits for.
 */
export class WhatIfService extends Service<WhatIfDeps> {
  ofRelease(context: ActorContext, id: string, signal?: AbortSignal): Promise<WhatIf> {
    const { inUse } = this.deps;
    return this.#compare({ context, entityId: id, signal }, async (tx) => {
      const rules = await inUse.verified(tx, id);
      if (!rules) throw new AppError('resource.not-found', 'release not found, or not as signed');
      return [await inUse.of(tx), { release: rules, rules, problem: null }];
    });
  }

  /** Compares the signed decisions, as the next release would contain them, with the same and this one. */
  ofDecision(context: ActorContext, id: string, signal?: AbortSignal): Promise<WhatIf> {
    const { decisions, bases } = this.deps;
    return this.#compare({ context, entityId: id, signal }, async (tx) => {
      const [decision] = await decisions.byIds(tx, [id]);
      if (!decision) throw new AppError('resource.not-found', 'decision not found');
      const signed = await decisions.signed(tx);
      const hospital = await decisions.hospital(tx);
      const rulesOf = async (all: readonly Decided[]): Promise<RulesInUse> => {
        const { base, imported, find } = await bases.packed(tx, all);
        const current = all.filter((one) => isCurrent(one, find));
        const content = releaseContent(decidedTables(all, hospital), knowledgeManifest.version, current, base);
        const { hospitalId } = tx;
        const rules = { hospitalId, id, number: 0, sha256: sha256Of(content), content, imported };
        return { release: rules, rules, problem: null };
      };
      const others = signed.filter(
        ({ ruleTable, ruleId }) => ruleTable !== decision.ruleTable || ruleId !== decision.ruleId,
      );
      return [
        await rulesOf(signed.filter((one) => one.id !== id)),
        await rulesOf([...others, { ...decision, signedAt: decision.signedAt ?? tx.now }]),
      ];
    });
  }

  #compare(asked: Asked, setsOf: SetsOf): Promise<WhatIf> {
    const { context, signal } = asked;
    const patience = { longestWait: LONGEST_WAIT, ...(signal ? { signal } : {}) };
    return comparing.run(context.hospitalId, () => this.#compareNow(asked, setsOf), patience);
  }

  async #compareNow({ context, entityId, signal }: Asked, setsOf: SetsOf): Promise<WhatIf> {
    const { transactions, repository, checks, formularies } = this.deps;
    const until = performance.now() + BUDGET;
    const begun = await transactions.run(context, async (tx) => {
      await tx.audit('knowledge.compared', { entity: 'knowledge', entityId });
      const sets = await setsOf(tx);
      const since = new Date(tx.now.getTime() - DAYS * DAY_MS);
      return {
        sets,
        formulary: await formularies.of(tx),
        ...(await repository.signedSince(tx, since, MAX_PRESCRIPTIONS)),
      };
    });
    const counts = new WhatIfCounts();
    // Several short transactions, so that none is open for the whole comparison.
    for (let at = 0; at < begun.ids.length && performance.now() < until; at += AT_ONCE) {
      // No one reads the answer of a request that was closed.
      if (signal?.aborted) break;
      const compared = await transactions.run(context, async (tx) => {
        const reports: SafetyReport[][] = [];
        for (const row of await repository.findAll(tx, begun.ids.slice(at, at + AT_ONCE)))
          reports.push(await checks.withRules(tx, row, begun.sets));
        return reports;
      });
      for (const [before, after] of compared) if (before && after) counts.add(before, after);
    }
    return counts.result(DAYS, begun.total, (rule) => textOfRule(rule, begun.formulary));
  }
}
