import { toLocalizedText } from '@yunzhen/shared/core/locale';
import type {
  listMessageVersions,
  listMessageWords,
  ListedMessage,
  Message,
} from '@yunzhen/shared/administration/message-words.contract';
import type { QueryOf, ResponseOf } from '@yunzhen/shared/core/route';
import { messageNames } from '@yunzhen/shared/notifications/message-names';
import { wordingParts, type MessageWordings } from '@yunzhen/shared/notifications/message-words';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import { cutPage, decodeSortedPlace, sortedPlace } from '../../../platform/db/paging.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { HospitalsService } from '../hospital/hospitals.service.ts';
import {
  completed,
  freeTemplates,
  houseWordings,
  requireFree,
  requireSound,
  rulesOf,
  withSamples,
} from './message-rules.ts';
import type { ChosenRow, MessageWordsRepository } from './message-words.repository.ts';
import { assertCurrent } from '../../core/version.ts';

interface MessageWordsServiceDeps {
  transactions: Transactions;
  words: MessageWordsRepository;
  hospitals: Pick<HospitalsService, 'current'>;
  /** Returns the address of a hospital’s pages. */
  addressOf: (slug: string) => string;
}

/** A hospital’s own message texts: a draft for each message, and append-only versions. */
export class MessageWordsService extends Service<MessageWordsServiceDeps> {
  /** Searches and sorts in memory, because the messages are few and defined in code; adds the hospital’s state of each. */
  list(context: ActorContext, query: QueryOf<typeof listMessageWords>): Promise<ResponseOf<typeof listMessageWords>> {
    return this.deps.transactions.run(context, async (tx) => {
      const own = new Map((await this.deps.words.all(tx)).map((row) => [row.template, row]));
      await tx.audit('wording.listed', { entity: 'message-wording', entityId: null });
      const found = freeTemplates
        .map((template) => ({
          template,
          row: own.get(template),
          wordings: this.#said(template, own.get(template)?.wordings),
        }))
        .filter(({ template, wordings }) => contains(template, wordings, query.q.toLowerCase()))
        .map(({ template, row, wordings }) => toListed(template, wordings, row))
        .filter(({ state }) => query.state === undefined || state === query.state)
        .sort(byColumn(query.sort, query.order));
      const skip = query.cursor === undefined ? 0 : Number(query.cursor);
      if (!Number.isSafeInteger(skip) || skip < 0) throw wrongCursor();
      const next = skip + query.limit;
      return { items: found.slice(skip, next), next: found.length > next ? String(next) : null };
    });
  }

  read(context: ActorContext, template: string): Promise<Message> {
    return this.deps.transactions.run(context, async (tx) => {
      const message = await this.#message(tx, template);
      await tx.audit('wording.read', { entity: 'message-wording', entityId: template });
      return message;
    });
  }

  /** Saves a draft, which may be incomplete; parts that the message does not have are dropped. */
  saveDraft(context: ActorContext, template: string, version: number, wordings: MessageWordings): Promise<Message> {
    return this.deps.transactions.command(context, 'saveMessageDraft', async (tx) => {
      const kept = completed(requireFree(template), wordings);
      if (!(await this.deps.words.saveDraft(tx, template, version, kept))) throw await this.#staleDraft(tx, template);
      const details = { version: version + 1 };
      await tx.audit('wording.draft-saved', { entity: 'message-wording', entityId: template, details });
      return this.#message(tx, template);
    });
  }

  discardDraft(context: ActorContext, template: string, version: number): Promise<undefined> {
    return this.deps.transactions.run(context, async (tx) => {
      requireFree(template);
      await this.#requireDraft(tx, template, version);
      await this.deps.words.discardDraft(tx, template);
      await tx.audit('wording.draft-discarded', { entity: 'message-wording', entityId: template });
      return undefined;
    });
  }

  /** Throws `validation.failed` with each field that breaks a rule of its message. */
  publish(context: ActorContext, template: string, version: number): Promise<Message> {
    return this.deps.transactions.command(context, 'publishMessageDraft', async (tx) => {
      const house = requireFree(template);
      // A part added to the message after the draft was started gets the built-in text.
      const wordings = completed(house, (await this.#requireDraft(tx, template, version)).wordings);
      requireSound(house, wordings);
      const { version: before } = await this.deps.words.wording(tx, template, null);
      await this.#add(tx, template, before + 1, wordings);
      await this.deps.words.discardDraft(tx, template);
      return this.#message(tx, template);
    });
  }

  /** Restores the built-in text. `version` is the active one; idempotent. */
  reset(context: ActorContext, template: string, version: number): Promise<Message> {
    return this.deps.transactions.command(context, 'resetMessageWords', async (tx) => {
      requireFree(template);
      const before = await this.deps.words.wording(tx, template, null);
      assertCurrent(before, version);
      if (before.wordings) await this.#add(tx, template, before.version + 1, null);
      return this.#message(tx, template);
    });
  }

  versions(
    context: ActorContext,
    template: string,
    { cursor, ...asked }: QueryOf<typeof listMessageVersions>,
  ): Promise<ResponseOf<typeof listMessageVersions>> {
    return this.deps.transactions.run(context, async (tx) => {
      const house = requireFree(template);
      const rows = await this.deps.words.versions(tx, template, { ...asked, after: decodeSortedPlace(cursor) });
      await tx.audit('wording.read', { entity: 'message-wording', entityId: template });
      return cutPage(rows, asked.limit, sortedPlace, ({ version, wordings, publishedAt, publishedBy, until }) => {
        return {
          version,
          wordings: wordings && completed(house, wordings),
          publishedAt: publishedAt.toISOString(),
          publishedBy,
          until: until?.toISOString() ?? null,
        };
      });
    });
  }

  preview(context: ActorContext, template: string, wordings: MessageWordings): Promise<MessageWordings> {
    return this.deps.transactions.run(context, async (tx) => {
      const house = requireFree(template);
      const hospital = await this.deps.hospitals.current(tx);
      const link = `${this.deps.addressOf(hospital.slug)}/messages`;
      await tx.audit('wording.read', { entity: 'message-wording', entityId: template });
      return withSamples(house, completed(house, wordings), hospital, link);
    });
  }

  async #add(tx: Tx, template: string, version: number, wordings: MessageWordings | null): Promise<void> {
    if (!(await this.deps.words.publish(tx, template, version, wordings)))
      throw new AppError('resource.stale', 'wording version is outdated', { facts: { version } });
    const details = { version, own: wordings !== null };
    await tx.audit('wording.published', { entity: 'message-wording', entityId: template, details });
  }

  async #requireDraft(tx: Tx, template: string, version: number): Promise<{ wordings: MessageWordings }> {
    const row = await this.deps.words.draft(tx, template);
    if (!row) throw new AppError('resource.not-found', 'draft not found');
    if (row.version !== version) throw await this.#staleDraft(tx, template);
    return row;
  }

  async #staleDraft(tx: Tx, template: string): Promise<AppError> {
    const row = await this.deps.words.draft(tx, template);
    return new AppError('resource.stale', 'draft version is outdated', { facts: { version: row?.version ?? 0 } });
  }

  async #message(tx: Tx, template: string): Promise<Message> {
    const house = requireFree(template);
    const { version, wordings } = await this.deps.words.wording(tx, template, null);
    const draft = await this.deps.words.draft(tx, template);
    return {
      template,
      rules: Object.fromEntries(
        Object.entries(rulesOf(house)).map(([part, { allowed, required }]) => [
          part,
          { allowed: [...allowed], required: [...required] },
        ]),
      ),
      house: houseWordings(house),
      current: { version, wordings: wordings ? completed(house, wordings) : houseWordings(house) },
      draft: draft && { ...draft, wordings: completed(house, draft.wordings), savedAt: draft.savedAt.toISOString() },
    };
  }

  #said(template: string, own: MessageWordings | null | undefined): MessageWordings {
    const house = requireFree(template);
    return own ? completed(house, own) : houseWordings(house);
  }
}

function contains(template: string, wordings: MessageWordings, q: string): boolean {
  const own = Object.values(wordings).flatMap((words) => Object.values(words));
  const texts = [template, ...Object.values(messageNames[template] ?? {}), ...own];
  return texts.some((text) => text?.toLowerCase().includes(q));
}

function toListed(template: string, wordings: MessageWordings, row: ChosenRow | undefined): ListedMessage {
  const headingOf = ({ title, subject, sms }: MessageWordings['en']) => title ?? subject ?? sms ?? '';
  return {
    template,
    heading: toLocalizedText((locale) => headingOf(wordings[locale])),
    parts: wordingParts.filter((part) => wordings.en[part] !== undefined),
    state: row?.drafted ? 'draft' : row?.wordings ? 'own' : 'house',
    version: row?.version ?? 0,
    changedAt: row?.changedAt.toISOString() ?? null,
  };
}

function byColumn(sort: 'template' | 'changed', order: 'asc' | 'desc') {
  const way = order === 'asc' ? 1 : -1;
  const key = (item: ListedMessage) => `${sort === 'changed' ? (item.changedAt ?? '') : ''} ${item.template}`;
  return (one: ListedMessage, other: ListedMessage) => (key(one) < key(other) ? -way : way);
}

const wrongCursor = () =>
  new AppError('validation.failed', 'cursor is not valid', { fields: [{ path: 'cursor', rule: 'cursor' }] });
