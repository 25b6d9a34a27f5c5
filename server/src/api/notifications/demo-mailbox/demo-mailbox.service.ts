import type { QueryOf, ResponseOf } from '@yunzhen/shared/core/route';
import type { listDemoMessages } from '@yunzhen/shared/notifications/notifications.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import { systemContext, type RequestContext } from '../../../platform/context.ts';
import { cutPage, decodeCursor } from '../../../platform/db/paging.ts';
import type { Transactions } from '../../../platform/db/transaction.ts';
import type { Channel, MessageChannel } from '../../../platform/messaging/message.ts';
import { Service } from '../../../platform/service.ts';
import type { DemoMessagesRepository } from './demo-messages.repository.ts';

interface DemoMailboxDeps {
  transactions: Transactions;
  messages: DemoMessagesRepository;
  hospitalBySlug: (slug: string, cause: string) => Promise<{ id: string } | null>;
  demo: boolean;
}

/**
 * Receives messages when an installation with demo data has no mail server or gateway, and shows them on a page open to everyone. Demo mode cannot be
 * enabled in production.
 */
export class DemoMailbox extends Service<DemoMailboxDeps> {
  channel(channel: Channel): MessageChannel {
    return {
      send: (message) =>
        this.deps.transactions.run(systemContext(message.hospitalId, `message:${message.id}`), (tx) =>
          this.deps.messages.add(tx, channel, message),
        ),
    };
  }

  /** Throws `resource.not-found` outside demo mode. */
  async list(
    context: RequestContext,
    slug: string,
    query: QueryOf<typeof listDemoMessages>,
  ): Promise<ResponseOf<typeof listDemoMessages>> {
    const hospital = this.deps.demo ? await this.deps.hospitalBySlug(slug, context.requestId) : null;
    if (!hospital) throw new AppError('resource.not-found', 'demo mailbox not found');
    return this.deps.transactions.run(systemContext(hospital.id, context.requestId), async (tx) => {
      const rows = await this.deps.messages.list(tx, query.limit, decodeCursor(query.cursor));
      return cutPage(
        rows,
        query.limit,
        (row) => row,
        (row) => ({ ...row, at: row.at.toISOString() }),
      );
    });
  }
}
