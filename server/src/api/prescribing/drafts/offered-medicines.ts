import type { MedicineHit } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { medicineHitOf, type Formularies, type Formulary, type MedicineProduct } from '../../catalogues/index.ts';
import type { ReleasesInUse } from '../curation/releases-in-use.ts';
import { decidedLimitsIn, withDecidedLimits, type DecidedLimits } from '../safety/knowledge/decided-limits.ts';
import { tablesOfRelease, type ReleasedRules } from '../safety/knowledge/released-knowledge.ts';

/** A hospital’s medicines as its doctors choose from them. */
export interface OfferedFormulary {
  readonly formulary: Formulary;
  /** Returns a product as a hit, with the largest doses that the checks use. */
  hitOf(product: MedicineProduct): MedicineHit;
}

interface OfferedMedicinesDeps {
  formularies: Pick<Formularies, 'of'>;
  releases: Pick<ReleasesInUse, 'of'>;
}

/** Offers the hospital’s formulary with the largest doses of its active rules. Rules that cannot be used leave the doses out. */
export class OfferedMedicines extends Service<OfferedMedicinesDeps> {
  readonly #decided = new WeakMap<ReleasedRules, { readonly limits: DecidedLimits | null }>();

  async of(tx: Tx): Promise<OfferedFormulary> {
    const formulary = await this.deps.formularies.of(tx);
    const { rules, problem } = await this.deps.releases.of(tx);
    const decided = rules ? this.#decidedIn(rules) : problem ? null : new Map();
    return { formulary, hitOf: (product) => medicineHitOf(withDecidedLimits(product, decided, formulary)) };
  }

  /** Null when this version of the program cannot read the rules. */
  #decidedIn(rules: ReleasedRules): DecidedLimits | null {
    let known = this.#decided.get(rules);
    if (!known) this.#decided.set(rules, (known = { limits: readLimits(rules.content) }));
    return known.limits;
  }
}

function readLimits(content: string): DecidedLimits | null {
  try {
    return decidedLimitsIn(tablesOfRelease(content).tables);
  } catch {
    return null;
  }
}
