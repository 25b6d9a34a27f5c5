import type { QueryOf, ResponseOf } from '@yunzhen/shared/core/route';
import type {
  Department,
  Doctor,
  listDepartments,
  listDoctors,
  readConsentText,
} from '@yunzhen/shared/directory/directory.contract';
import type { Locale } from '@yunzhen/shared/core/locale';
import { shownRating } from '@yunzhen/shared/visits/rating';
import { advisesOnly } from '../advises-only.ts';
import { AppError } from '@yunzhen/shared/core/errors';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { Actor, ActorContext } from '../../../platform/context.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { emitEvent } from '../../core/domain-events.ts';
import type {
  Hospital,
  HospitalsService,
  ConsentText,
  ConsentTextsRepository,
  DepartmentRow,
  DepartmentsRepository,
} from '../../administration/index.ts';
import type { DirectoryHooks } from '../hooks.ts';
import { mayPractise } from './directory.policy.ts';
import { inOrder } from './doctor-order.ts';
import { nameAsked } from './name-asked.ts';
import { pinyinOf } from './pinyin-of.ts';
import type { PractitionerRow, PractitionersRepository } from './practitioners.repository.ts';

interface DirectoryServiceDeps {
  transactions: Transactions;
  hospitals: HospitalsService;
  departments: DepartmentsRepository;
  practitioners: PractitionersRepository;
  consentTexts: ConsentTextsRepository;
  confirmSigner: (tx: Tx, actor: Actor) => Promise<void>;
  hooks: DirectoryHooks;
}

/** Departments, their doctors, who is on duty, and the consent text in force. */
export class DirectoryService extends Service<DirectoryServiceDeps> {
  listDepartments(context: ActorContext): Promise<ResponseOf<typeof listDepartments>> {
    return this.deps.transactions.run(context, async (tx) => ({ items: await this.departments(tx) }));
  }

  listDoctors(context: ActorContext, query: QueryOf<typeof listDoctors>): Promise<ResponseOf<typeof listDoctors>> {
    return this.deps.transactions.run(context, async (tx) => ({ items: await this.doctors(tx, query) }));
  }

  /** Returns departments that accept patients, with the doctors who can see one now. */
  async departments(tx: Tx): Promise<Department[]> {
    const departments = await this.deps.departments.list(tx);
    const available = await this.deps.practitioners.availableByDepartment(tx, await this.#today(tx));
    return departments.map((department) => ({
      ...department,
      pinyin: pinyinOf(department.name.zh),
      doctorsOnDuty: available.get(department.id) ?? 0,
    }));
  }

  /** Returns doctors with a valid licence, with their next free time. */
  async doctors(tx: Tx, query: QueryOf<typeof listDoctors>): Promise<Doctor[]> {
    const departmentId = query.departmentId ?? null;
    const { timeZone, slug, jurisdiction } = await this.hospital(tx);
    const today = dayIn(timeZone, tx.now);
    const rows = await this.deps.practitioners.listDoctors(
      tx,
      {
        departmentId,
        doctorId: query.doctorId ?? null,
        today,
        name: nameAsked(query.q ?? ''),
        language: query.language ?? null,
        onDuty: query.onDuty === undefined ? null : query.onDuty === 'true',
      },
      this.deps.hooks.onCalendarSqlAsked.ask('$7'),
    );
    const where = { departmentId, timeZone, now: tx.now };
    const items = rows.map(
      ({ calendar, ratings, points, portrait, inCall, medianConsultSeconds, ...doctor }): Doctor => {
        const next = this.deps.hooks.onNextFreeAsked.ask({ ...doctor, calendar }, where);
        return {
          ...doctor,
          advisesOnly: advisesOnly({ jurisdiction, yearsOfPractice: doctor.yearsOfPractice }),
          portrait: portrait && `/api/hospitals/${slug}/portraits/${portrait}`,
          rating: shownRating(ratings, points),
          waitMinutes: this.deps.hooks.onWaitAsked.ask({ ...doctor, inCall, medianConsultSeconds }, tx.now),
          nextFreeAt: next?.toISOString() ?? null,
        };
      },
    );
    const isFree = ({ onDuty, nextFreeAt }: Doctor) =>
      onDuty || (nextFreeAt !== null && dayIn(timeZone, new Date(nextFreeAt)) === today);
    const wanted =
      query.freeToday === undefined ? items : items.filter((doctor) => isFree(doctor) === (query.freeToday === 'true'));
    return inOrder(wanted, query.sort);
  }

  readDuty(context: ActorContext): Promise<{ onDuty: boolean }> {
    return this.deps.transactions.run(context, async (tx) => {
      const { onDuty } = await this.#self(tx, context);
      return { onDuty };
    });
  }

  /**
   * Goes on or off duty; waiting patients keep their queue position. Going on duty needs a valid licence and a second factor, because a working
   * session starts with the doctor’s authentication.
   */
  setDuty(context: ActorContext, onDuty: boolean): Promise<{ onDuty: boolean }> {
    return this.deps.transactions.command(context, 'setDuty', async (tx) => {
      const self = await this.#self(tx, context);
      if (onDuty && !mayPractise(self, await this.#today(tx)))
        throw new AppError('auth.forbidden', 'licence has expired');
      if (onDuty && !self.onDuty) await this.deps.confirmSigner(tx, context.actor);
      await this.changeDuty(tx, self, onDuty);
      return { onDuty };
    });
  }

  /** Changes the duty and notifies every page that shows it; does nothing without a change. */
  async changeDuty(tx: Tx, { id, accountId }: { id: string; accountId: string }, onDuty: boolean): Promise<void> {
    const changed = await this.deps.practitioners.setDuty(tx, id, onDuty);
    if (!changed) return;
    await tx.audit('duty.changed', { entity: 'practitioner', entityId: id, details: { onDuty } });
    const to = { roles: ['patient'] as const, accountIds: [accountId] };
    await emitEvent(tx, 'duty.changed', {
      entityId: id,
      practitionerId: id,
      facts: { onDuty, dutySeconds: changed.dutySeconds },
      changes: [{ entity: 'duty', id, to }],
    });
  }

  readConsentText(context: ActorContext, locale: Locale): Promise<ResponseOf<typeof readConsentText>> {
    return this.deps.transactions.run(context, (tx) => this.consentText(tx, locale));
  }

  /** Returns the consent text in force. Throws `resource.not-found` when the hospital has none in that language. */
  async consentText(tx: Tx, locale: Locale): Promise<ConsentText> {
    const text = await this.deps.consentTexts.current(tx, locale);
    if (!text) throw new AppError('resource.not-found', 'no consent text is in force');
    return text;
  }

  hospital(tx: Tx): Promise<Hospital> {
    return this.deps.hospitals.current(tx);
  }

  /** Returns a department that accepts patients; a closed one counts as missing. */
  async department(tx: Tx, id: string): Promise<DepartmentRow> {
    const department = await this.deps.departments.byId(tx, id);
    return found(department?.active ? department : null, 'department');
  }

  async practitioner(tx: Tx, id: string): Promise<PractitionerRow> {
    return found(await this.deps.practitioners.byId(tx, id), 'practitioner');
  }

  /** Returns a doctor with their departments. */
  async doctor(tx: Tx, id: string): Promise<PractitionerRow & { departmentIds: string[] }> {
    const practitioner = await this.practitioner(tx, id);
    if (practitioner.kind !== 'doctor') throw new AppError('resource.not-found', 'account is not a doctor');
    return { ...practitioner, departmentIds: await this.deps.practitioners.departmentIdsOf(tx, id) };
  }

  async #self(tx: Tx, context: ActorContext): Promise<PractitionerRow> {
    const { practitionerId } = context.actor;
    if (!practitionerId) throw new AppError('auth.forbidden', 'account has no practitioner record');
    return this.practitioner(tx, practitionerId);
  }

  async #today(tx: Tx): Promise<string> {
    return dayIn((await this.hospital(tx)).timeZone, tx.now);
  }
}

function found<Row>(row: Row | null, what: string): Row {
  if (!row) throw new AppError('resource.not-found', `${what} not found`);
  return row;
}
