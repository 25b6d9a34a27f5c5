import type { Template, TemplateInput, TemplateQuery } from '@yunzhen/shared/contract/templates';
import { AppError } from '@yunzhen/shared/errors';
import type { ActorContext } from '../../../../platform/context.ts';
import { cutPage, decodeCursor } from '../../../../platform/db/paging.ts';
import type { Transactions } from '../../../../platform/db/transaction.ts';
import { newId } from '../../../../platform/ids.ts';
import type { Formulary } from '../formulary/formulary.ts';
import { wordItems } from '../item-wording.ts';
import { copiedLines } from './copied-lines.ts';
import type { TemplateRow, TemplatesRepository } from './templates.repository.ts';

/** Lines that a doctor keeps to begin with. A template prescribes nothing: its lines go into a draft and are checked there. */
export class TemplatesService {
  readonly #transactions: Transactions;
  readonly #templates: TemplatesRepository;
  readonly #formulary: Formulary;

  constructor(parts: { transactions: Transactions; templates: TemplatesRepository; formulary: Formulary }) {
    this.#transactions = parts.transactions;
    this.#templates = parts.templates;
    this.#formulary = parts.formulary;
  }

  list(context: ActorContext, query: TemplateQuery): Promise<{ items: Template[]; next: string | null }> {
    return this.#transactions.run(context, async (tx) => {
      const me = practitionerOf(context);
      const rows = await this.#templates.list(tx, me, {
        words: query.q,
        codes: query.codes.split(',').filter(Boolean),
        limit: query.limit,
        after: decodeCursor(query.cursor),
      });
      await tx.audit('template.listed', { entity: 'template', entityId: null, details: { count: rows.length } });
      return cutPage(
        rows,
        query.limit,
        (row) => ({ at: row.createdAt, id: row.id, rank: row.fits ? 1 : 0 }),
        (row) => this.#view(row, me),
      );
    });
  }

  create(context: ActorContext, body: TemplateInput): Promise<Template> {
    return this.#transactions.command(context, 'createTemplate', async (tx) => {
      const me = practitionerOf(context);
      const id = newId();
      await this.#templates.insert(tx, {
        id,
        practitionerId: me,
        shared: body.scope === 'hospital',
        title: body.title,
        codes: body.codes,
        items: wordItems(this.#formulary, body.items),
        createdAt: tx.now,
      });
      await tx.audit('template.saved', { entity: 'template', entityId: id, details: { scope: body.scope } });
      const row = await this.#templates.find(tx, id);
      if (!row) throw new AppError('resource.conflict', 'the template is gone already');
      return this.#view(row, me);
    });
  }

  /** Another’s template does not exist for whoever wants to remove it. */
  remove(context: ActorContext, id: string): Promise<{ removed: boolean }> {
    return this.#transactions.command(context, 'removeTemplate', async (tx) => {
      const row = await this.#templates.find(tx, id);
      if (!row) return { removed: false };
      if (row.practitionerId !== practitionerOf(context)) {
        throw new AppError('resource.not-found', 'no such template of this doctor');
      }
      await this.#templates.remove(tx, id);
      await tx.audit('template.removed', { entity: 'template', entityId: id });
      return { removed: true };
    });
  }

  #view(row: TemplateRow, me: string): Template {
    const { id, title, codes, author } = row;
    return {
      id,
      title,
      codes,
      author,
      scope: row.shared ? 'hospital' : 'own',
      mine: row.practitionerId === me,
      lines: copiedLines(this.#formulary, row.items),
    };
  }
}

function practitionerOf(context: ActorContext): string {
  if (context.actor.practitionerId === null) throw new AppError('auth.forbidden', 'no practitioner');
  return context.actor.practitionerId;
}
