import type {
  ConsentDraft,
  ConsentVersion,
  ConsentWordings,
  listConsentVersions,
  publishConsentDraft,
  readConsentDraft,
} from '@yunzhen/shared/administration/consent-texts.contract';
import type { HospitalTextKind } from '@yunzhen/shared/administration/consent-texts.constants';
import type { BodyOf, QueryOf, ResponseOf } from '@yunzhen/shared/core/route';
import { locales, byLocale } from '@yunzhen/shared/core/locale';
import { AppError } from '@yunzhen/shared/core/errors';
import { MINUTE_MS } from '@yunzhen/shared/core/time/duration';
import type { Actor, ActorContext } from '../../../platform/context.ts';
import { cutPage, decodeSortedPlace, sortedPlace } from '../../../platform/db/paging.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { ConsentDraftRow, ConsentDraftsRepository, ConsentVersionRow } from './consent-drafts.repository.ts';
import { isStandardVersion, standardOf } from './standard/standard-texts.ts';

const clockSlack = 5 * MINUTE_MS;

interface ConsentServiceDeps {
  transactions: Transactions;
  drafts: ConsentDraftsRepository;
  confirmSigner: (tx: Tx, actor: Actor) => Promise<void>;
}

/** Each of the hospital’s texts: a draft, and versions that are published in every language and never changed. */
export class ConsentService extends Service<ConsentServiceDeps> {
  versions(
    context: ActorContext,
    { cursor, label, ...query }: QueryOf<typeof listConsentVersions>,
  ): Promise<ResponseOf<typeof listConsentVersions>> {
    return this.deps.transactions.run(context, async (tx) => {
      const filter = { ...query, label: label ?? null, after: decodeSortedPlace(cursor) };
      const rows = await this.deps.drafts.versions(tx, filter);
      await tx.audit('consent.listed', { entity: 'consent-text', entityId: null, details: { kind: query.kind } });
      return cutPage(rows, query.limit, sortedPlace, (row) => toVersion(row, tx.now));
    });
  }

  readDraft(context: ActorContext, kind: HospitalTextKind): Promise<ResponseOf<typeof readConsentDraft>> {
    return this.deps.transactions.run(context, async (tx) => {
      const row = await this.deps.drafts.draft(tx, kind);
      await tx.audit('consent.draft-read', { entity: 'consent-draft', entityId: null, details: { kind } });
      return { draft: row && toDraft(row), standard: standardOf(kind) };
    });
  }

  saveDraft(
    context: ActorContext,
    kind: HospitalTextKind,
    version: number,
    wordings: ConsentWordings,
  ): Promise<ConsentDraft> {
    return this.deps.transactions.command(context, 'saveConsentDraft', async (tx) => {
      if (!(await this.deps.drafts.save(tx, kind, version, wordings))) throw await this.#stale(tx, kind);
      const details = { kind, version: version + 1 };
      await tx.audit('consent.draft-saved', { entity: 'consent-draft', entityId: null, details });
      return toDraft(await this.#require(tx, kind, version + 1));
    });
  }

  discardDraft(context: ActorContext, kind: HospitalTextKind, version: number): Promise<undefined> {
    return this.deps.transactions.run(context, async (tx) => {
      await this.#require(tx, kind, version);
      await this.deps.drafts.discard(tx, kind);
      await tx.audit('consent.draft-discarded', { entity: 'consent-draft', entityId: null, details: { kind } });
      return undefined;
    });
  }

  /** Throws `consent.incomplete` when a language lacks its title or text, `resource.conflict` for a label in use. */
  publish(
    context: ActorContext,
    kind: HospitalTextKind,
    version: number,
    { label, validFrom, asksAgreement }: BodyOf<typeof publishConsentDraft>,
  ): Promise<ConsentVersion> {
    return this.deps.transactions.command(context, 'publishConsentDraft', async (tx) => {
      const { wordings } = await this.#require(tx, kind, version);
      if (isStandardVersion(label) || (await this.deps.drafts.isPublished(tx, kind, label)))
        throw new AppError('resource.conflict', 'label is already taken', {
          fields: [{ path: 'label', rule: 'taken' }],
        });
      const whole = trimmed(complete(wordings));
      const missing = locales.filter((locale) => whole[locale].title === '' || whole[locale].paragraphs.length === 0);
      if (missing.length > 0)
        throw new AppError('consent.incomplete', 'consent text is missing a language', {
          facts: { locale: missing[0] ?? '' },
          fields: missing.map((locale) => ({ path: `wordings.${locale}`, rule: 'required' })),
        });
      const asked = new Date(validFrom);
      if (asked.getTime() < tx.now.getTime() - clockSlack)
        throw new AppError('validation.failed', 'consent text cannot take effect in the past', {
          fields: [{ path: 'validFrom', rule: 'date-too-early' }],
        });
      await this.deps.confirmSigner(tx, context.actor);
      const from = asked > tx.now ? asked : tx.now;
      await this.deps.drafts.publish(tx, { kind, label, validFrom: from, asksAgreement, wordings: whole });
      await this.deps.drafts.discard(tx, kind);
      const details = { kind, label, validFrom: from.toISOString(), asksAgreement };
      await tx.audit('consent.published', { entity: 'consent-text', entityId: label, details });
      const follows = await this.deps.drafts.before(tx, kind, label, from);
      const published = { label, validFrom: from, inForce: from <= tx.now, follows, asksAgreement, wordings: whole };
      return toVersion(published, tx.now);
    });
  }

  async #require(tx: Tx, kind: HospitalTextKind, version: number): Promise<ConsentDraftRow> {
    const row = await this.deps.drafts.draft(tx, kind);
    if (!row) throw new AppError('resource.not-found', 'draft not found');
    if (row.version !== version) throw await this.#stale(tx, kind);
    return row;
  }

  async #stale(tx: Tx, kind: HospitalTextKind): Promise<AppError> {
    const row = await this.deps.drafts.draft(tx, kind);
    return new AppError('resource.stale', 'another person changed the draft', {
      facts: { version: row?.version ?? 0 },
    });
  }
}

/** Removes empty paragraphs and surrounding spaces before publication. */
function trimmed(wordings: ConsentWordings): ConsentWordings {
  const one = ({ title, paragraphs }: ConsentWordings['en']) => ({
    title: title.trim(),
    paragraphs: paragraphs.map((paragraph) => paragraph.trim()).filter(Boolean),
  });
  return byLocale((locale) => one(wordings[locale]));
}

function toDraft({ version, wordings, savedAt, savedBy }: ConsentDraftRow): ConsentDraft {
  return { version, wordings: complete(wordings), savedAt: savedAt.toISOString(), savedBy };
}

/** Fills missing languages with empty texts. */
const complete = (wordings: Partial<ConsentWordings>): ConsentWordings =>
  byLocale((locale) => wordings[locale] ?? { title: '', paragraphs: [] });

function toVersion(
  { label, validFrom, inForce, follows, asksAgreement, wordings }: ConsentVersionRow,
  now: Date,
): ConsentVersion {
  return {
    label,
    validFrom: validFrom.toISOString(),
    state: validFrom > now ? 'coming' : inForce ? 'in-force' : 'over',
    follows,
    asksAgreement,
    wordings: complete(wordings),
  };
}
