import type {
  giveAgreements,
  listOwnAgreements,
  readAgreementTexts,
} from '@yunzhen/shared/accounts/agreements.contract';
import type { BodyOf, ResponseOf } from '@yunzhen/shared/core/route';
import type { ActorContext, RequestContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { agreementTexts } from '../../administration/index.ts';
import type { AccountsPart } from '../accounts-part.ts';
import type { AgreementsRepository } from './agreements.repository.ts';

type OwnAgreements = ResponseOf<typeof listOwnAgreements>;

interface AgreementsServiceDeps extends AccountsPart<'transactions' | 'hospitals' | 'agreements'> {
  rows: AgreementsRepository;
}

/** Agreements to the privacy notice and the terms. */
export class AgreementsService extends Service<AgreementsServiceDeps> {
  async current(context: RequestContext, slug: string): Promise<ResponseOf<typeof readAgreementTexts>> {
    const here = await this.deps.hospitals.asStranger(context, slug);
    const texts = await this.deps.transactions.run(here, (tx) => agreementTexts(tx));
    return { items: texts.map(({ kind, version }) => ({ kind, version })) };
  }

  list(context: ActorContext): Promise<OwnAgreements> {
    return this.deps.transactions.run(context, (tx) => this.#own(tx, context));
  }

  /**
   * Throws `account.agreement-needed` when a version is no longer in force. A guardian who acts for a child agrees on
   * their own behalf, because the page that asks cannot end the acting.
   */
  give(context: ActorContext, { agreed, locale }: BodyOf<typeof giveAgreements>): Promise<OwnAgreements> {
    return this.deps.transactions.command(context, 'giveAgreements', async (tx) => {
      const { accountId, roles } = context.actor;
      const due = await this.deps.agreements.requireDue(tx, { id: accountId, roles }, agreed);
      await this.deps.agreements.give(tx, accountId, due, locale);
      return this.#own(tx, context);
    });
  }

  async #own(tx: Tx, { actor }: ActorContext): Promise<OwnAgreements> {
    const rows = await this.deps.rows.of(tx, actor.accountId);
    const items = rows.map(({ kind, textVersion, textLocale, agreedAt }) => ({
      kind,
      version: textVersion,
      locale: textLocale,
      agreedAt: agreedAt.toISOString(),
    }));
    return { items };
  }
}
