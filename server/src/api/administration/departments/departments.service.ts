import type { BodyOf, QueryOf, ResponseOf } from '@yunzhen/shared/core/route';
import type {
  createDepartment,
  listManagedDepartments,
  ManagedDepartment,
  saveDepartment,
} from '@yunzhen/shared/administration/departments.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import { cutPage, decodeSortedPlace, sortedPlace } from '../../../platform/db/paging.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { DepartmentsAdministrationRepository } from './managed-departments.repository.ts';
import { assertCurrent } from '../../core/version.ts';

interface DepartmentsAdministrationServiceDeps {
  transactions: Transactions;
  departments: DepartmentsAdministrationRepository;
}

/** Departments as the administrator manages them. */
export class DepartmentsAdministrationService extends Service<DepartmentsAdministrationServiceDeps> {
  list(
    context: ActorContext,
    { cursor, active, ...query }: QueryOf<typeof listManagedDepartments>,
  ): Promise<ResponseOf<typeof listManagedDepartments>> {
    return this.deps.transactions.run(context, async (tx) => {
      const filter = { ...query, active: active === undefined ? null : active === 'true' };
      const rows = await this.deps.departments.list(tx, { ...filter, after: decodeSortedPlace(cursor) });
      await tx.audit('department.listed', { entity: 'department-list', entityId: null });
      return cutPage(rows, query.limit, sortedPlace, ({ sortValue: _, ...department }) => department);
    });
  }

  /** Throws `resource.conflict` with the field when the code is taken. */
  create(context: ActorContext, { id, code, ...details }: BodyOf<typeof createDepartment>): Promise<ManagedDepartment> {
    return this.deps.transactions.command(context, 'createDepartment', async (tx) => {
      const outcome = await this.deps.departments.insert(tx, id, code, details);
      if (outcome === 'code')
        throw new AppError('resource.conflict', 'department code is already taken', {
          fields: [{ path: 'code', rule: 'taken' }],
        });
      if (outcome === 'added') await tx.audit('department.created', { entity: 'department', entityId: id });
      return this.#view(tx, id);
    });
  }

  save(
    context: ActorContext,
    id: string,
    version: number,
    details: BodyOf<typeof saveDepartment>,
  ): Promise<ManagedDepartment> {
    return this.deps.transactions.command(context, 'saveDepartment', async (tx) => {
      await this.#lock(tx, id, version);
      await this.deps.departments.save(tx, id, details);
      const change = { version: version + 1, active: details.active };
      await tx.audit('department.changed', { entity: 'department', entityId: id, details: change });
      return this.#view(tx, id);
    });
  }

  /** Throws `department.in-use` when anything refers to it. */
  remove(context: ActorContext, id: string, version: number): Promise<undefined> {
    return this.deps.transactions.run(context, async (tx) => {
      await this.#lock(tx, id, version);
      if ((await this.#view(tx, id)).used || !(await this.deps.departments.remove(tx, id)))
        throw new AppError('department.in-use', 'department is in use');
      await tx.audit('department.removed', { entity: 'department', entityId: id });
      return undefined;
    });
  }

  async #lock(tx: Tx, id: string, version: number): Promise<void> {
    const row = await this.deps.departments.lock(tx, id);
    if (!row) throw new AppError('resource.not-found', 'department not found');
    assertCurrent(row, version);
  }

  async #view(tx: Tx, id: string): Promise<ManagedDepartment> {
    const department = await this.deps.departments.byId(tx, id);
    if (!department) throw new AppError('resource.not-found', 'department not found');
    return department;
  }
}
