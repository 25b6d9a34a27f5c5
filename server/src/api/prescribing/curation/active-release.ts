import type { ReleaseEvidence } from '@yunzhen/shared/prescribing/rules.contract';
import type { DecisionAction } from '@yunzhen/shared/prescribing/knowledge.constants';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { limitsOfRelease } from '../safety/knowledge/released-knowledge.ts';
import type { ReleasesInUse } from './releases-in-use.ts';
import type { ReleasesRepository } from './releases.repository.ts';
import { decisionsIn, isImported } from './release-json.ts';
import { shippedRules } from './ruled-rows.ts';

interface ActiveReleaseDeps {
  inUse: Pick<ReleasesInUse, 'of'>;
  releases: Pick<ReleasesRepository, 'find'>;
}

/** Describes the active release for pages that say what the checks are based on. */
export class ActiveRelease extends Service<ActiveReleaseDeps> {
  /** Returns null for the data that ship with the program. */
  async of(tx: Tx): Promise<ReleaseEvidence | null> {
    const { release, rules } = await this.deps.inUse.of(tx);
    const row = release && (await this.deps.releases.find(tx, release.id));
    if (!row) return null;
    const { number, baseVersion, maker } = row;
    return {
      number,
      baseVersion,
      madeBy: maker,
      madeAt: row.madeAt.toISOString(),
      decided: rules && countsIn(rules.content),
      limitsFrom: rules && limitsOfRelease(rules.content),
    };
  }
}

function countsIn(content: string): ReleaseEvidence['decided'] {
  const decisions = decisionsIn(content, (one) => !isImported(one));
  const count = (wanted: DecisionAction) => decisions.filter(({ action }) => action === wanted).length;
  return {
    accepted: count('accept'),
    changed: count('change'),
    switchedOff: count('switch-off'),
    undecided: Math.max(0, shippedRules().length - decisions.length),
  };
}
