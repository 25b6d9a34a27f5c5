import type { decideEntry, EntryState, readEntryHistory } from '@yunzhen/shared/chart/entry.contract';
import type { BodyOf, ResponseOf } from '@yunzhen/shared/core/route';
import type { AuditAction } from '@yunzhen/shared/core/audit';
import type { EntryDecision, EntryKind } from '@yunzhen/shared/chart/chart-entry';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import type { Transactions } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import type { ChartAccessService } from '../chart-access.service.ts';
import type { ChartWriter } from '../facts/chart-writer.ts';
import { chartNotFound } from '../chart.policy.ts';
import type { EntriesRepository, EntryRow } from './entries.repository.ts';
import { actionOf, decided, isConfirmed, isDone, isPossible, mayDecide } from './entry.policy.ts';

interface EntriesServiceDeps {
  transactions: Transactions;
  access: ChartAccessService;
  writer: ChartWriter;
  entries: EntriesRepository;
}

export interface DecisionRequest extends BodyOf<typeof decideEntry> {
  kind: EntryKind;
  entryId: string;
  /** The version that the page displayed; null accepts any version. */
  version: number | null;
}

/** Applies decisions on entries: a doctor confirms or refutes what a patient proposed. Each step is appended to the history. */
export class EntriesService extends Service<EntriesServiceDeps> {
  /**
   * Throws `resource.stale` with the current version and the last action after a concurrent decision, `auth.forbidden` when a patient may not decide it,
   * `resource.conflict` when the state does not allow it. Repeating a decision returns its result.
   */
  decide(context: ActorContext, patientId: string, request: DecisionRequest): Promise<EntryState> {
    const { kind, entryId, decision, version } = request;
    const { writer, entries } = this.deps;
    return writer.command(context, 'decideEntry', patientId, async (tx, author, record) => {
      const entry = await entries.lock(tx, patientId, kind, entryId);
      if (!entry) throw chartNotFound();
      // Read after the lock, so that it is the latest.
      const last = (await entries.history(tx, patientId, kind, entryId)).at(-1);
      const done = isDone(request, entry, last ?? null);
      if (done && (version === null || version === entry.version || version + 1 === entry.version)) {
        return toState(kind, entry);
      }
      if (version !== null && version !== entry.version) {
        throw new AppError('resource.stale', `entry is at version ${entry.version}`, {
          facts: { version: entry.version, ...(last && { lastAction: last.action }) },
        });
      }
      if (!mayDecide(author, decision, kind, entry))
        throw new AppError('auth.forbidden', 'only a clinician can decide on this entry');
      if (!isPossible(decision, kind, entry))
        throw new AppError('resource.conflict', `entry does not allow ${decision} in its current state`);
      const next = decided(decision, entry, tx.now);
      await entries.save(tx, patientId, kind, next, context.actor.accountId);
      await entries.append(
        tx,
        patientId,
        {
          id: newId(),
          kind,
          entryId,
          version: next.version,
          action: actionOf[decision],
          reason: request.reason,
          role: author,
        },
        context.actor.accountId,
      );
      await writer.changed(tx, record, { action: auditOf(decision, kind), entity: kind, entityId: entryId });
      return toState(kind, next);
    });
  }

  /** Returns the history; the read is audited. */
  history(
    context: ActorContext,
    patientId: string,
    kind: EntryKind,
    entryId: string,
  ): Promise<ResponseOf<typeof readEntryHistory>> {
    const { transactions, access, entries } = this.deps;
    return transactions.run(context, async (tx) => {
      await access.requireReader(tx, context.actor, patientId);
      const rows = await entries.history(tx, patientId, kind, entryId);
      if (rows.length === 0) throw chartNotFound();
      await tx.audit('chart.read', { entity: kind, entityId: entryId, patientId });
      return { items: rows.map((row) => ({ ...row, at: row.at.toISOString() })) };
    });
  }
}

function auditOf(decision: EntryDecision, kind: EntryKind): AuditAction {
  if (decision === 'retract' && kind === 'allergy') return 'chart.allergy-retracted';
  if (decision === 'retract' && kind === 'medicine') return 'chart.medicine-retracted';
  return `chart.entry-${actionOf[decision]}`;
}

function toState(kind: EntryKind, entry: EntryRow): EntryState {
  return {
    kind,
    id: entry.id,
    version: entry.version,
    confirmed: isConfirmed(entry),
    retracted: entry.retractedAt !== null,
    resolved: entry.resolvedAt !== null,
  };
}
