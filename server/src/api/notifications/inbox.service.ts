import type { QueryOf, ResponseOf } from '@yunzhen/shared/core/route';
import type { listNotifications } from '@yunzhen/shared/notifications/notifications.contract';
import { localized } from '@yunzhen/shared/core/locale';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../platform/context.ts';
import { cutPage, decodeCursor } from '../../platform/db/paging.ts';
import type { Transactions, Tx } from '../../platform/db/transaction.ts';
import { Service } from '../../platform/service.ts';
import type { NotificationRow, NotificationsRepository } from './notifications.repository.ts';
import { announceInbox } from './notify.service.ts';
import { templateOf } from './templates/index.ts';
import { fillIn, readerOf, wordsOf, type OwnWording, type HospitalWording, type Reader } from './templates/wording.ts';

const houseOnly: HospitalWording = { version: 0, wordings: null };

type Page = ResponseOf<typeof listNotifications>;

interface InboxServiceDeps {
  transactions: Transactions;
  inbox: NotificationsRepository;
  ownWording: OwnWording;
}

/** An account’s inbox, in the reader’s present language, with times in the preferred time zone. */
export class InboxService extends Service<InboxServiceDeps> {
  list(context: ActorContext, query: QueryOf<typeof listNotifications>): Promise<Page> {
    const { limit, unread, locale } = query;
    return this.deps.transactions.run(context, async (tx) => {
      const { accountId } = context.actor;
      const after = decodeCursor(query.cursor);
      const rows = await this.deps.inbox.list(tx, accountId, { unread, limit, after });
      const { items, next } = cutPage(
        rows,
        limit,
        (row) => ({ at: row.visibleAt, id: row.id }),
        (row) => row,
      );
      const hospital = await this.deps.inbox.hospital(tx);
      const account = await this.deps.inbox.recipient(tx, accountId);
      // The same time zone as in mail and text messages.
      const reader = readerOf(locale, account?.timeZone, hospital);
      const read: Page['items'] = [];
      for (const row of items) read.push(await this.#written(tx, row, reader, localized(hospital.name, locale)));
      return { items: read, next };
    });
  }

  async #written(tx: Tx, row: NotificationRow, reader: Reader, hospital: string): Promise<Page['items'][number]> {
    const template = templateOf(row.template);
    const own = row.wordingVersion === 0 ? houseOnly : await this.deps.ownWording(tx, row.template, row.wordingVersion);
    const words = (part: 'title' | 'body') => {
      const text = (template && wordsOf(template, own, part, reader.locale)) ?? '';
      return fillIn(text, template?.facts ?? {}, row.facts, reader, { hospital });
    };
    return {
      id: row.id,
      template: row.template,
      title: words('title'),
      body: words('body'),
      link: row.link,
      at: row.visibleAt.toISOString(),
      readAt: row.readAt?.toISOString() ?? null,
      about: row.patientName === null ? null : { name: row.patientName, nameLatin: row.patientNameLatin ?? '' },
    };
  }

  unread(context: ActorContext): Promise<{ count: number }> {
    return this.deps.transactions.run(context, async (tx) => ({
      count: await this.deps.inbox.countUnread(tx, context.actor.accountId),
    }));
  }

  /** Marks one message as read, or all. Throws `resource.not-found` for one of another account. */
  markRead(context: ActorContext, notificationId: string | null): Promise<{ count: number }> {
    return this.deps.transactions.run(context, async (tx) => {
      const { accountId } = context.actor;
      const marked = await this.deps.inbox.markRead(tx, accountId, notificationId);
      if (marked === null) throw new AppError('resource.not-found', 'notification not found');
      if (marked > 0) announceInbox(tx, notificationId ?? accountId, accountId);
      return { count: await this.deps.inbox.countUnread(tx, accountId) };
    });
  }
}
