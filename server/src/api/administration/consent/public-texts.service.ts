import type { PublicTextKind } from '@yunzhen/shared/administration/consent-texts.constants';
import type { PublicText } from '@yunzhen/shared/administration/consent-texts.contract';
import { localized, type Locale } from '@yunzhen/shared/core/locale';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Clock } from '../../../platform/clock.ts';
import { systemContext, type RequestContext } from '../../../platform/context.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { Hospital, HospitalsService } from '../hospital/hospitals.service.ts';
import { publicFactsOf } from '../settings/settings-values.ts';
import type { ConsentTextsRepository } from './consent-texts.repository.ts';
import { standardText } from './standard/standard-texts.ts';

/** How old an answer may be, in milliseconds: strangers can't make the database work more often than this. */
const cacheMilliseconds = 5_000;

interface PublicTextsServiceDeps {
  transactions: Transactions;
  hospitals: Pick<HospitalsService, 'bySlug'>;
  texts: ConsentTextsRepository;
  clock: Clock;
}

/** The texts of a hospital’s public pages: its own, or else the standard text of the product. */
export class PublicTextsService extends Service<PublicTextsServiceDeps> {
  readonly #cache = new Map<string, { text: Promise<PublicText>; until: number }>();

  /** Throws `resource.not-found` for a hospital that does not exist or is closed. */
  async read(
    context: RequestContext,
    { hospital: slug, kind }: { hospital: string; kind: PublicTextKind },
    locale: Locale,
  ): Promise<PublicText> {
    const key = `${slug} ${kind} ${locale}`;
    const now = this.deps.clock.now().getTime();
    const cached = this.#cache.get(key);
    if (cached && cached.until > now) return cached.text;
    const hospital = await this.deps.hospitals.bySlug(slug, context.requestId);
    if (!hospital || hospital.suspendedAt) throw new AppError('resource.not-found', 'no such hospital');
    const text = this.deps.transactions.run(systemContext(hospital.id, context.requestId), (tx) =>
      this.#text(tx, hospital, kind, locale),
    );
    this.#cache.set(key, { text, until: now + cacheMilliseconds });
    text.catch(() => this.#cache.delete(key));
    return text;
  }

  async #text(tx: Tx, hospital: Hospital, kind: PublicTextKind, locale: Locale): Promise<PublicText> {
    const own = await this.deps.texts.newest(tx, kind, locale);
    const text = own ?? standardText(kind, locale);
    const { phone, address, openingHours } = publicFactsOf(hospital.settings);
    const name = localized(hospital.name, text.locale);
    return {
      kind,
      version: text.version,
      locale: text.locale,
      title: text.title,
      paragraphs: text.paragraphs.map((paragraph) => paragraph.replaceAll('{hospital}', name)),
      validFrom: own && own.validFrom.toISOString(),
      hospital: { id: hospital.id, slug: hospital.slug, name: hospital.name, phone, address, openingHours },
    };
  }
}
