import type { Template, TemplateInput, TemplateQuery } from '@yunzhen/shared/prescribing/templates.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import { cutPage, decodeCursor } from '../../../platform/db/paging.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import { wordItems } from '../drafts/item-wording.ts';
import type { OfferedFormulary, OfferedMedicines } from '../drafts/offered-medicines.ts';
import { copiedLines } from './copied-lines.ts';
import type { TemplateRow, TemplatesRepository } from './templates.repository.ts';
import type { PrescribingPart } from '../prescribing-part.ts';
import { practitionerOf } from '../../core/actor.ts';

interface TemplatesServiceDeps extends PrescribingPart<'transactions'> {
  offered: OfferedMedicines;
  templates: TemplatesRepository;
}

/** Manages a doctor’s templates. A template prescribes nothing: its lines are copied to a draft and checked there. */
export class TemplatesService extends Service<TemplatesServiceDeps> {
  list(context: ActorContext, query: TemplateQuery): Promise<{ items: Template[]; next: string | null }> {
    return this.deps.transactions.run(context, async (tx) => {
      const me = practitionerOf(context.actor);
      const rows = await this.deps.templates.list(tx, me, {
        words: query.q,
        codes: query.codes.split(',').filter(Boolean),
        limit: query.limit,
        after: decodeCursor(query.cursor),
      });
      const offered = await this.deps.offered.of(tx);
      await tx.audit('template.listed', { entity: 'template', entityId: null, details: { count: rows.length } });
      return cutPage(
        rows,
        query.limit,
        (row) => ({ at: row.createdAt, id: row.id, rank: row.fits ? 1 : 0 }),
        (row) => viewOf(row, me, offered),
      );
    });
  }

  create(context: ActorContext, body: TemplateInput): Promise<Template> {
    return this.deps.transactions.command(context, 'createTemplate', async (tx) => {
      const me = practitionerOf(context.actor);
      const id = newId();
      const offered = await this.deps.offered.of(tx);
      await this.deps.templates.insert(tx, {
        id,
        practitionerId: me,
        shared: body.scope === 'hospital',
        title: body.title,
        codes: body.codes,
        items: wordItems(offered.formulary, body.items),
        createdAt: tx.now,
      });
      await tx.audit('template.saved', { entity: 'template', entityId: id, details: { scope: body.scope } });
      const row = await this.deps.templates.find(tx, id);
      if (!row) throw new AppError('resource.conflict', 'template has already been deleted');
      return viewOf(row, me, offered);
    });
  }

  /** Removes a template. Throws `resource.not-found` for the template of another doctor. */
  remove(context: ActorContext, id: string): Promise<{ removed: boolean }> {
    return this.deps.transactions.command(context, 'removeTemplate', async (tx) => {
      const row = await this.deps.templates.find(tx, id);
      if (!row) return { removed: false };
      if (row.practitionerId !== practitionerOf(context.actor)) {
        throw new AppError('resource.not-found', 'template not found');
      }
      await this.deps.templates.remove(tx, id);
      await tx.audit('template.removed', { entity: 'template', entityId: id });
      return { removed: true };
    });
  }
}

function viewOf(row: TemplateRow, me: string, offered: OfferedFormulary): Template {
  const { id, title, codes, author } = row;
  return {
    id,
    title,
    codes,
    author,
    scope: row.shared ? 'hospital' : 'own',
    mine: row.practitionerId === me,
    lines: copiedLines(offered, row.items),
  };
}
