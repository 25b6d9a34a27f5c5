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
import type { ConsentText, ConsentTextsRepository } from './consent-texts.repository.ts';
import { standardText, standardVersion } from './standard/standard-texts.ts';

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
    { locale, version }: { locale: Locale; version?: string | undefined },
  ): Promise<PublicText> {
    // Only the texts in force are cached: there are few of them.
    if (version !== undefined)
      return this.#fetch(context, slug, (tx, hospital) => this.#version(tx, hospital, kind, locale, version));
    const key = `${slug} ${kind} ${locale}`;
    const now = this.deps.clock.now().getTime();
    const cached = this.#cache.get(key);
    if (cached && cached.until > now) return cached.text;
    const text = this.#fetch(context, slug, async (tx, hospital) =>
      shown(hospital, kind, (await this.deps.texts.newest(tx, kind, locale)) ?? standardText(kind, locale)),
    );
    this.#cache.set(key, { text, until: now + cacheMilliseconds });
    text.catch(() => this.#cache.delete(key));
    return text;
  }

  async #fetch(
    context: RequestContext,
    slug: string,
    read: (tx: Tx, hospital: Hospital) => Promise<PublicText>,
  ): Promise<PublicText> {
    const hospital = await this.deps.hospitals.bySlug(slug, context.requestId);
    if (!hospital || hospital.suspendedAt) throw new AppError('resource.not-found', 'no such hospital');
    return this.deps.transactions.run(systemContext(hospital.id, context.requestId), (tx) => read(tx, hospital));
  }

  async #version(
    tx: Tx,
    hospital: Hospital,
    kind: PublicTextKind,
    locale: Locale,
    version: string,
  ): Promise<PublicText> {
    if (version === standardVersion) return shown(hospital, kind, standardText(kind, locale));
    const text = await this.deps.texts.newest(tx, kind, locale, version);
    if (!text) throw new AppError('resource.not-found', 'no such version');
    return shown(hospital, kind, text);
  }
}

function shown(hospital: Hospital, kind: PublicTextKind, text: ConsentText & { validFrom?: Date }): PublicText {
  const { phone, address, openingHours } = publicFactsOf(hospital.settings);
  const name = localized(hospital.name, text.locale);
  return {
    kind,
    version: text.version,
    locale: text.locale,
    title: text.title,
    paragraphs: text.paragraphs.map((paragraph) => paragraph.replaceAll('{hospital}', name)),
    validFrom: text.validFrom?.toISOString() ?? null,
    hospital: { id: hospital.id, slug: hospital.slug, name: hospital.name, phone, address, openingHours },
  };
}
