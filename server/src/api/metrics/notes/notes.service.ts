import { AppError } from '@yunzhen/shared/core/errors';
import type { BodyOf, QueryOf, ResponseOf } from '@yunzhen/shared/core/route';
import type { addFigureNote, FigureNote, listFigureNotes } from '@yunzhen/shared/metrics/notes.contract';
import type { Actor, ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { DepartmentBoards } from '../departments/department-boards.repository.ts';
import { assertInScope, confinedTo } from '../departments/department-scope.ts';
import type { MetricsPart } from '../metrics-part.ts';
import { requireRange } from '../views/figure-range.ts';
import type { ListedNote, NotesRepository } from './notes.repository.ts';

interface NotesServiceDeps extends MetricsPart<'transactions'> {
  notes: NotesRepository;
  departments: DepartmentBoards;
}

/** Notes beside the figures: why a day was unlike others. A department head reads and writes those of their own departments. */
export class NotesService extends Service<NotesServiceDeps> {
  list(context: ActorContext, query: QueryOf<typeof listFigureNotes>): Promise<ResponseOf<typeof listFigureNotes>> {
    const { from, to, departmentId } = query;
    requireRange({ from, to });
    return this.deps.transactions.run(context, async (tx) => {
      await assertInScope(tx, this.deps.departments, context.actor, departmentId);
      const rows = await this.deps.notes.list(tx, { from, to }, departmentId ?? null);
      return { items: rows.map((row) => toNote(row, context.actor)) };
    });
  }

  /** Throws `resource.not-found` for a department of another hospital, `resource.conflict` for an id that is taken. */
  add(context: ActorContext, body: BodyOf<typeof addFigureNote>): Promise<FigureNote> {
    const { transactions, notes, departments } = this.deps;
    return transactions.command(context, 'addFigureNote', async (tx) => {
      const { id, departmentId } = body;
      await assertInScope(tx, departments, context.actor, departmentId ?? undefined);
      if (departmentId !== null && !(await departments.of(tx, null)).some((one) => one.id === departmentId))
        throw new AppError('resource.not-found', 'department not found');
      if (!(await notes.insert(tx, { ...body, createdBy: context.actor.accountId })))
        throw new AppError('resource.conflict', 'note id is taken');
      await this.#audit(tx, 'metrics.note-added', id, departmentId);
      const row = await notes.find(tx, id);
      if (!row) throw new Error('note was not stored');
      return toNote(row, context.actor);
    });
  }

  /** Throws `resource.not-found` for a note that does not exist, `auth.forbidden` for a colleague’s or another department’s. */
  remove(context: ActorContext, id: string): Promise<undefined> {
    const { transactions, notes, departments } = this.deps;
    return transactions.command(context, 'removeFigureNote', async (tx) => {
      const row = await notes.find(tx, id);
      if (!row) throw new AppError('resource.not-found', 'note not found');
      await assertInScope(tx, departments, context.actor, row.departmentId ?? undefined);
      if (!isRemovable(row, context.actor)) throw new AppError('auth.forbidden', 'note of a colleague');
      await notes.remove(tx, id);
      await this.#audit(tx, 'metrics.note-removed', id, row.departmentId);
      return undefined;
    });
  }

  #audit(tx: Tx, action: 'metrics.note-added' | 'metrics.note-removed', entityId: string, departmentId: string | null) {
    const details = departmentId === null ? {} : { departmentId };
    return tx.audit(action, { entity: 'figure-note', entityId, details });
  }
}

const isRemovable = ({ createdBy }: ListedNote, actor: Actor) =>
  createdBy === actor.accountId || confinedTo(actor) === null;

function toNote(row: ListedNote, actor: Actor): FigureNote {
  const { id, day, text, departmentId, by } = row;
  return { id, day, text, departmentId, by, removable: isRemovable(row, actor) };
}
