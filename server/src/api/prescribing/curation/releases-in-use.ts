import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { Logger } from '../../../platform/logging/logger.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { HospitalSeal } from '../../signing/index.ts';
import type { ReleasedRules } from '../safety/knowledge/released-knowledge.ts';
import { UNUSABLE_RELEASE } from '../safety/check.ts';
import { inSharedMemory } from '../imports/shared-memory.ts';
import type { RulesInUse } from '../safety/safety-run.ts';
import { isAsSigned, RELEASE_JWS_TYPE } from './release-json.ts';
import type { ReleasesRepository } from './releases.repository.ts';

const MAX_CACHED = 16;
/** Of imported bases. */
const MAX_BYTES = 200_000_000;
const SHIPPED: RulesInUse = { release: null, rules: null, problem: null };

/** A release that was verified, and the state of the hospital’s authorities at that time. */
interface Verified {
  readonly rules: ReleasedRules;
  readonly trusted: string;
}

interface ReleasesInUseDeps {
  releases: ReleasesRepository;
  seal: Pick<HospitalSeal, 'read' | 'trustVersion'>;
  log: Logger;
}

/**
 * Selects the rules of a hospital: its active release, else those that ship with the program. A release is verified once in this process, and again when
 * an authority of the hospital was added, changed or revoked.
 */
export class ReleasesInUse extends Service<ReleasesInUseDeps> {
  /** By hospital and id, least recently used first. */
  readonly #verified = new Map<string, Verified>();

  /** Returns a problem, which becomes "not checked", when the active release is not what the hospital signed. */
  async of(tx: Tx): Promise<RulesInUse> {
    const active = await this.deps.releases.active(tx);
    if (!active) return SHIPPED;
    const rules = await this.#load(tx, active.id);
    if (rules) return { release: active, rules, problem: null };
    this.deps.log.error({ releaseId: active.id }, 'active release of the rules is not what was signed');
    return { release: active, rules: null, problem: NOT_AS_SIGNED };
  }

  /** Returns a release of this hospital whose digest and signature match; null otherwise. */
  async verified(tx: Tx, id: string): Promise<ReleasedRules | null> {
    // Row-level security hides the releases of other hospitals, which the cache may hold.
    return (await this.deps.releases.find(tx, id)) && this.#load(tx, id);
  }

  async #load(tx: Tx, id: string): Promise<ReleasedRules | null> {
    const { hospitalId } = tx;
    const key = keyOf({ hospitalId, id });
    const trusted = await this.deps.seal.trustVersion(tx);
    const before = this.#verified.get(key);
    if (before?.trusted === trusted) return this.#keep(before);
    this.#verified.delete(key);
    const row = await this.deps.releases.whole(tx, id);
    if (!row || !isAsSigned(row, await this.deps.seal.read(tx, RELEASE_JWS_TYPE, row.jws))) return null;
    const { number, sha256, content } = row;
    const imported = row.imported && inSharedMemory(row.imported);
    return this.#keep({ rules: { hospitalId, id, number, sha256, content, imported }, trusted });
  }

  /** Caches a release as the most recently used, and evicts the least recently used ones. */
  #keep(verified: Verified): ReleasedRules {
    const kept = keyOf(verified.rules);
    this.#verified.delete(kept);
    this.#verified.set(kept, verified);
    for (const [key, { rules }] of this.#verified) {
      const bytes = [...this.#verified.values()].reduce((sum, one) => sum + (one.rules.imported?.length ?? 0), 0);
      if (key === kept || (this.#verified.size <= MAX_CACHED && (rules.imported === null || bytes <= MAX_BYTES))) break;
      this.#verified.delete(key);
    }
    return verified.rules;
  }
}

const keyOf = ({ hospitalId, id }: Pick<ReleasedRules, 'hospitalId' | 'id'>) => `${hospitalId} ${id}`;

const NOT_AS_SIGNED: LocalizedText = {
  en: `The rules differ from what the hospital signed. ${UNUSABLE_RELEASE.en}`,
  zh: `规则与本院签名的内容不一致。${UNUSABLE_RELEASE.zh}`,
};
