import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import type { BodyOf, QueryOf, ResponseOf } from '@yunzhen/shared/core/route';
import type { askForClosing, listAccountClosings, OwnClosing } from '@yunzhen/shared/accounts/account-closing.contract';
import { closingDays, closingMachine } from '@yunzhen/shared/accounts/account-closing';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import { cutPage, decodeSortedPlace, sortedPlace } from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import type { FamilyService } from '../family/family.service.ts';
import type { PersonConfirmationCheck } from '../sign-in/person-confirmation.ts';
import type { ListedClosing } from './closing.repository.ts';
import type { AccountsPart } from '../accounts-part.ts';

interface ClosingServiceDeps extends AccountsPart<'transactions' | 'closings' | 'notify'> {
  family: Pick<FamilyService, 'onlyGuardianOf'>;
  confirmPerson: PersonConfirmationCheck;
}

/** Patients close their own account. A request needs confirmation, can be withdrawn for fourteen days, and is then carried out by a job. */
export class ClosingService extends Service<ClosingServiceDeps> {
  read(context: ActorContext): Promise<OwnClosing> {
    return this.deps.transactions.run(context, async (tx) => {
      const { accountId, patientId } = await this.#leaving(tx, context);
      return this.#view(tx, accountId, patientId);
    });
  }

  /**
   * Requests the closing; from the commit on, nothing new can begin for the patient.
   * Throws `auth.confirmation-failed`, `auth.proof-expired`, and `account.closing-obstructed` while something is in progress.
   */
  async ask(context: ActorContext, { confirmation }: BodyOf<typeof askForClosing>): Promise<OwnClosing> {
    const { transactions, closings, confirmPerson, notify } = this.deps;
    await confirmPerson.byPassword(context, confirmation);
    return transactions.command(context, 'askForClosing', async (tx) => {
      const { accountId, patientId } = await this.#leaving(tx, context);
      await confirmPerson.byProof(tx, context, confirmation);
      await this.#hold(tx, accountId, patientId);
      if (!(await closings.open(tx, accountId))) {
        if ((await closings.obstacles(tx, patientId)).length > 0)
          throw new AppError(
            'account.closing-obstructed',
            'account has open visits, prescriptions or other obligations',
          );
        const id = newId();
        const dueAt = new Date(tx.now.getTime() + closingDays * DAY_MS);
        await closings.add(tx, { id, accountId, patientId, dueAt });
        await tx.audit('account.closing-asked', { entity: 'account-closing', entityId: id, patientId });
        const facts = { until: dueAt.toISOString() };
        const link = '/account/closing';
        await notify.notify(tx, { to: { accountId }, template: 'account.closing-asked', facts, link });
      }
      return this.#view(tx, accountId, patientId);
    });
  }

  /** Withdraws the request; succeeds without one. Throws `account.closing-ended` when it has been carried out. */
  takeBack(context: ActorContext): Promise<OwnClosing> {
    const { transactions, closings, notify } = this.deps;
    return transactions.command(context, 'takeClosingBack', async (tx) => {
      const { accountId, patientId } = await this.#leaving(tx, context);
      await this.#hold(tx, accountId, patientId);
      const open = await closings.open(tx, accountId);
      if (open) {
        const state = closingMachine.next(open.state, 'take-back');
        await closings.save(tx, { ...open, state, endedAt: tx.now });
        await tx.audit('account.closing-taken-back', { entity: 'account-closing', entityId: open.id, patientId });
        await notify.notify(tx, {
          to: { accountId },
          template: 'account.closing-taken-back',
          facts: {},
          link: '/account',
        });
      }
      return this.#view(tx, accountId, patientId);
    });
  }

  list(
    context: ActorContext,
    query: QueryOf<typeof listAccountClosings>,
  ): Promise<ResponseOf<typeof listAccountClosings>> {
    return this.deps.transactions.run(context, async (tx) => {
      const { cursor, state = null, ...rest } = query;
      const rows = await this.deps.closings.list(tx, { ...rest, state, after: decodeSortedPlace(cursor) });
      const shown = rows.slice(0, query.limit).map(({ patientId }) => patientId);
      await tx.auditShown('account.closings-listed', { entity: 'account-closing', entityId: null }, shown);
      return cutPage(rows, query.limit, sortedPlace, listed);
    });
  }

  /** Returns the holder’s own account and patient. Rejects a guardian who acts for a dependant, and staff, whom the administrator closes. */
  async #leaving(tx: Tx, { actor }: ActorContext): Promise<{ accountId: string; patientId: string }> {
    if (actor.actingFor) throw new AppError('family.acting', 'not allowed while acting for a dependant');
    const found = await this.deps.closings.leaving(tx, actor.accountId);
    if (found?.roles.some((role) => role !== 'patient'))
      throw new AppError('account.closing-staff', 'account also has a staff role');
    if (!found?.patientId) throw new AppError('resource.not-found', 'account has no patient record');
    return { accountId: found.accountId, patientId: found.patientId };
  }

  /** Locks the patient and checks the account again: the job may have closed it while this request waited. */
  async #hold(tx: Tx, accountId: string, patientId: string): Promise<void> {
    const { closings } = this.deps;
    await closings.holdPatient(tx, patientId);
    if (!(await closings.leaving(tx, accountId)))
      throw new AppError('account.closing-ended', 'account has already been closed');
  }

  async #view(tx: Tx, accountId: string, patientId: string): Promise<OwnClosing> {
    const { closings, family } = this.deps;
    const open = await closings.open(tx, accountId);
    const obstacles = await closings.obstacles(tx, patientId);
    const { day: keptUntil, held } = await closings.keptUntil(tx, patientId);
    return {
      asked: open && { askedAt: open.askedAt.toISOString(), dueAt: open.dueAt.toISOString() },
      obstacles: obstacles.map(({ kind, id, at }) => ({ kind, id, at: at.toISOString() })),
      keptUntil,
      held,
      onlyGuardianOf: await family.onlyGuardianOf(tx, accountId),
    };
  }
}

const listed = ({ sortValue: _, ...row }: ListedClosing) => ({
  ...row,
  askedAt: row.askedAt.toISOString(),
  dueAt: row.dueAt.toISOString(),
  endedAt: row.endedAt?.toISOString() ?? null,
});
