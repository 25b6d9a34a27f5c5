import type { listSnippets, NoteSnippet } from '@yunzhen/shared/chart/notes.contract';
import type { QueryOf, ResponseOf } from '@yunzhen/shared/core/route';
import { maxSnippets } from '@yunzhen/shared/chart/note-snippet';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import type { SnippetsRepository } from './snippets.repository.ts';
import { practitionerOf } from '../../core/actor.ts';
import { assertCurrent } from '../../core/version.ts';

interface SnippetInput {
  trigger: string;
  text: string;
}

interface SnippetsServiceDeps {
  transactions: Transactions;
  snippets: SnippetsRepository;
}

/** Manages a doctor’s own phrases. They are private to the doctor and contain no patient data. */
export class SnippetsService extends Service<SnippetsServiceDeps> {
  list(
    context: ActorContext,
    { q, cursor, limit }: QueryOf<typeof listSnippets>,
  ): Promise<ResponseOf<typeof listSnippets>> {
    return this.deps.transactions.run(context, async (tx) => {
      const rows = await this.deps.snippets.list(tx, practitionerOf(context.actor), {
        q,
        after: cursor ?? null,
        limit,
      });
      const items = rows.slice(0, limit);
      return { items, next: rows.length > limit ? (items.at(-1)?.trigger ?? null) : null };
    });
  }

  /** Throws `note.snippet-taken` for a trigger that exists, and `note.snippets-full`. */
  add(context: ActorContext, input: SnippetInput): Promise<NoteSnippet> {
    return this.deps.transactions.command(context, 'addSnippet', async (tx) => {
      const owner = practitionerOf(context.actor);
      if ((await this.deps.snippets.count(tx, owner)) >= maxSnippets)
        throw new AppError('note.snippets-full', 'doctor has the maximum number of snippets');
      const made = await this.deps.snippets.insert(tx, owner, { ...input, id: newId(), version: 1 });
      if (!made) throw taken();
      await audit(tx, 'note.snippet-saved', made.id);
      return made;
    });
  }

  /** Throws `resource.stale` with the current version, and `note.snippet-taken`. */
  save(context: ActorContext, id: string, version: number, input: SnippetInput): Promise<NoteSnippet> {
    return this.deps.transactions.run(context, async (tx) => {
      const owner = practitionerOf(context.actor);
      const current = await this.deps.snippets.lock(tx, owner, id);
      if (!current) throw notFound();
      if (current.version === version + 1 && current.text === input.text && current.trigger === input.trigger)
        return current;
      assertCurrent(current, version);
      if (await this.deps.snippets.isTaken(tx, owner, input.trigger, id)) throw taken();
      await this.deps.snippets.update(tx, { id, ...input, version: version + 1 });
      await audit(tx, 'note.snippet-saved', id);
      return { id, ...input, version: version + 1, updatedAt: tx.now.toISOString() };
    });
  }

  remove(context: ActorContext, id: string): Promise<undefined> {
    return this.deps.transactions.run(context, async (tx) => {
      if (!(await this.deps.snippets.remove(tx, practitionerOf(context.actor), id))) throw notFound();
      await audit(tx, 'note.snippet-removed', id);
      return undefined;
    });
  }
}

const taken = () =>
  new AppError('note.snippet-taken', 'snippet trigger is already taken', {
    fields: [{ path: 'trigger', rule: 'taken' }],
  });
const notFound = () => new AppError('resource.not-found', 'snippet not found');

function audit(tx: Tx, action: 'note.snippet-saved' | 'note.snippet-removed', entityId: string): Promise<void> {
  return tx.audit(action, { entity: 'snippet', entityId });
}
