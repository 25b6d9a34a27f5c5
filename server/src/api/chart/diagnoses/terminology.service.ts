import type { searchIcd10 } from '@yunzhen/shared/chart/chart.contract';
import type { QueryOf, ResponseOf } from '@yunzhen/shared/core/route';
import type { OwnDiagnoses } from '@yunzhen/shared/chart/terminology.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { DiagnosisUseRepository } from './diagnosis-use.repository.ts';
import { titleOf, type Terminologies } from '../../catalogues/index.ts';
import { practitionerOf } from '../../core/actor.ts';

interface TerminologyServiceDeps {
  transactions: Transactions;
  terminologies: Terminologies;
  use: DiagnosisUseRepository;
}

/** Searches diagnoses, and stores a doctor’s favourites. Reads no patient's record. */
export class TerminologyService extends Service<TerminologyServiceDeps> {
  async search(
    context: ActorContext,
    { q, limit }: QueryOf<typeof searchIcd10>,
  ): Promise<ResponseOf<typeof searchIcd10>> {
    // The connection is released before the search, which may wait for a busy thread.
    const terminology = await this.deps.transactions.run(context, (tx) => this.deps.terminologies.of(tx));
    const found = await terminology.search(q, limit);
    return {
      items: found.map((concept) => ({ code: concept.code, title: titleOf(concept) })),
      dataVersion: terminology.version,
    };
  }

  own(context: ActorContext): Promise<OwnDiagnoses> {
    return this.deps.transactions.run(context, (tx) => this.#own(tx, practitionerOf(context.actor)));
  }

  setFavourite(context: ActorContext, code: string, favourite: boolean): Promise<OwnDiagnoses> {
    const practitionerId = practitionerOf(context.actor);
    return this.deps.transactions.run(context, async (tx) => {
      const terminology = await this.deps.terminologies.of(tx);
      const concept = (await terminology.byCodes([code])).get(code);
      const own = await this.#own(tx, practitionerId);
      const title = concept
        ? titleOf(concept)
        : [...own.favourites, ...own.recent].find((one) => one.code === code)?.title;
      if (!title) throw new AppError('resource.not-found', 'code not found');
      await this.deps.use.setFavourite(tx, practitionerId, { code, title }, favourite);
      await tx.audit('diagnoses.favourite-set', { entity: 'diagnosis', entityId: code, details: { favourite } });
      return this.#own(tx, practitionerId);
    });
  }

  async #own(tx: Tx, practitionerId: string): Promise<OwnDiagnoses> {
    return {
      favourites: await this.deps.use.favourites(tx, practitionerId),
      recent: await this.deps.use.recent(tx, practitionerId),
    };
  }
}
