import type {
  ConsentDraft,
  ConsentVersion,
  ConsentWordings,
  listConsentVersions,
  publishConsentDraft,
} from '@yunzhen/shared/administration/consent-texts.contract';
import type { BodyOf, QueryOf, ResponseOf } from '@yunzhen/shared/core/route';
import { locales, byLocale } from '@yunzhen/shared/core/locale';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Actor, ActorContext } from '../../../platform/context.ts';
import { cutPage, decodeSortedPlace, sortedPlace } from '../../../platform/db/paging.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { ConsentDraftRow, ConsentDraftsRepository, ConsentVersionRow } from './consent-drafts.repository.ts';

const clockSlack = 5 * 60_000;

interface ConsentServiceDeps {
  transactions: Transactions;
  drafts: ConsentDraftsRepository;
  confirmSigner: (tx: Tx, actor: Actor) => Promise<void>;
}

/** The text that patients consent to: a draft, and versions that are published in every language and never changed. */
export class ConsentService extends Service<ConsentServiceDeps> {
  versions(
    context: ActorContext,
    { cursor, label, ...query }: QueryOf<typeof listConsentVersions>,
  ): Promise<ResponseOf<typeof listConsentVersions>> {
    return this.deps.transactions.run(context, async (tx) => {
      const filter = { ...query, label: label ?? null, after: decodeSortedPlace(cursor) };
      const rows = await this.deps.drafts.versions(tx, filter);
      await tx.audit('consent.listed', { entity: 'consent-text', entityId: null });
      return cutPage(rows, query.limit, sortedPlace, (row) => toVersion(row, tx.now));
    });
  }

  readDraft(context: ActorContext): Promise<{ draft: ConsentDraft | null }> {
    return this.deps.transactions.run(context, async (tx) => {
      const row = await this.deps.drafts.draft(tx);
      await tx.audit('consent.draft-read', { entity: 'consent-draft', entityId: null });
      return { draft: row && toDraft(row) };
    });
  }

  saveDraft(context: ActorContext, version: number, wordings: ConsentWordings): Promise<ConsentDraft> {
    return this.deps.transactions.command(context, 'saveConsentDraft', async (tx) => {
      if (!(await this.deps.drafts.save(tx, version, wordings))) throw await this.#stale(tx);
      const details = { version: version + 1 };
      await tx.audit('consent.draft-saved', { entity: 'consent-draft', entityId: null, details });
      return toDraft(await this.#require(tx, version + 1));
    });
  }

  discardDraft(context: ActorContext, version: number): Promise<undefined> {
    return this.deps.transactions.run(context, async (tx) => {
      await this.#require(tx, version);
      await this.deps.drafts.discard(tx);
      await tx.audit('consent.draft-discarded', { entity: 'consent-draft', entityId: null });
      return undefined;
    });
  }

  /** Throws `consent.incomplete` when a language lacks its title or text, `resource.conflict` for a label in use. */
  publish(
    context: ActorContext,
    version: number,
    { label, validFrom }: BodyOf<typeof publishConsentDraft>,
  ): Promise<ConsentVersion> {
    return this.deps.transactions.command(context, 'publishConsentDraft', async (tx) => {
      const { wordings } = await this.#require(tx, version);
      if (await this.deps.drafts.isPublished(tx, label))
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
      await this.deps.drafts.publish(tx, label, from, whole);
      await this.deps.drafts.discard(tx);
      const details = { label, validFrom: from.toISOString() };
      await tx.audit('consent.published', { entity: 'consent-text', entityId: label, details });
      const follows = await this.deps.drafts.before(tx, label, from);
      return toVersion({ label, validFrom: from, inForce: from <= tx.now, follows, wordings: whole }, tx.now);
    });
  }

  async #require(tx: Tx, version: number): Promise<ConsentDraftRow> {
    const row = await this.deps.drafts.draft(tx);
    if (!row) throw new AppError('resource.not-found', 'draft not found');
    if (row.version !== version) throw await this.#stale(tx);
    return row;
  }

  async #stale(tx: Tx): Promise<AppError> {
    const row = await this.deps.drafts.draft(tx);
    return new AppError('resource.stale', 'draft version is outdated', { facts: { version: row?.version ?? 0 } });
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

function toVersion({ label, validFrom, inForce, follows, wordings }: ConsentVersionRow, now: Date): ConsentVersion {
  return {
    label,
    validFrom: validFrom.toISOString(),
    state: validFrom > now ? 'coming' : inForce ? 'in-force' : 'over',
    follows,
    wordings: complete(wordings),
  };
}
