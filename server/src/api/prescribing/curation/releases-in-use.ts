import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { Logger } from '../../../platform/logging/logger.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { HospitalSeal } from '../../signing/index.ts';
import type { ReleasedRules } from '../safety/knowledge/released-knowledge.ts';
import { UNUSABLE_RELEASE } from '../safety/check.ts';
import type { RulesInUse } from '../safety/safety-run.ts';
import { isAsSigned, RELEASE_JWS_TYPE } from './release-json.ts';
import type { ReleasesRepository } from './releases.repository.ts';

const MAX_CACHED = 16;
/** Of imported bases. */
const MAX_BYTES = 200_000_000;
const SHIPPED: RulesInUse = { release: null, rules: null, problem: null };

/** Selects the rules of a hospital: its active release, verified once in this process, else those that ship with the program. */
export class ReleasesInUse {
  readonly #releases: ReleasesRepository;
  readonly #seal: Pick<HospitalSeal, 'read'>;
  readonly #log: Logger;
  readonly #verified = new Map<string, ReleasedRules>();

  constructor(releases: ReleasesRepository, seal: Pick<HospitalSeal, 'read'>, log: Logger) {
    this.#releases = releases;
    this.#seal = seal;
    this.#log = log;
  }

  /** Returns a problem, which becomes "not checked", when the active release is not what the hospital signed. */
  async of(tx: Tx): Promise<RulesInUse> {
    const active = await this.#releases.active(tx);
    if (!active) return SHIPPED;
    const rules = await this.verified(tx, active.id);
    if (rules) return { release: active, rules, problem: null };
    this.#log.error({ releaseId: active.id }, 'active release of the rules is not what was signed');
    return { release: active, rules: null, problem: NOT_AS_SIGNED };
  }

  /** Returns a release whose digest and signature match; null otherwise. */
  async verified(tx: Tx, id: string): Promise<ReleasedRules | null> {
    const before = this.#verified.get(id);
    if (before) return this.#keep(before);
    const row = await this.#releases.whole(tx, id);
    if (!row || !isAsSigned(row, await this.#seal.read(tx, RELEASE_JWS_TYPE, row.jws))) return null;
    const { number, sha256, content } = row;
    return this.#keep({ id, number, sha256, content, imported: row.imported && shared(row.imported) });
  }

  /** Caches a release as the most recently used, and evicts the least recently used ones. */
  #keep(rules: ReleasedRules): ReleasedRules {
    this.#verified.delete(rules.id);
    this.#verified.set(rules.id, rules);
    for (const [id, { imported }] of this.#verified) {
      const bytes = [...this.#verified.values()].reduce((sum, one) => sum + (one.imported?.length ?? 0), 0);
      if (id === rules.id || (this.#verified.size <= MAX_CACHED && (imported === null || bytes <= MAX_BYTES))) break;
      this.#verified.delete(id);
    }
    return rules;
  }
}

/** Copies bytes into memory that threads share, so that a large base is not copied for each. */
function shared(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}

const NOT_AS_SIGNED: LocalizedText = {
  en: `The rules differ from what the hospital signed. ${UNUSABLE_RELEASE.en}`,
  zh: `规则与本院签名的内容不一致。${UNUSABLE_RELEASE.zh}`,
};
