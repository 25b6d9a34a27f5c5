import type {
  foundHospital,
  listOperatedHospitals,
  listOperatorEvents,
  OperatedHospital,
  Operator,
} from '@yunzhen/shared/operator/operator.contract';
import type { BodyOf, QueryOf, ResponseOf } from '@yunzhen/shared/core/route';
import { AppError } from '@yunzhen/shared/core/errors';
import type { RequestContext } from '../../platform/context.ts';
import { cutPage, decodeCursor, decodeSortedPlace, sortedPlace } from '../../platform/db/paging.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { Service } from '../../platform/service.ts';
import type { AccountsArea } from '../accounts/index.ts';
import type { HospitalsService } from '../administration/index.ts';
import type { CallsArea } from '../calls/index.ts';
import type { DirectoryArea } from '../directory/index.ts';
import type { SigningArea } from '../signing/index.ts';
import type { HospitalsRegister, RegisteredHospital } from './hospitals-register.repository.ts';
import type { OperatorLogRepository } from './operator-log.repository.ts';
import type { OperatorTransactions } from './operator-transactions.ts';

/** Slugs reserved for the product. */
const reserved = new Set(['www', 'api', 'operator', 'admin', 'mail', 'turn', 'media', 'static']);

/** What an operator may do within a hospital. */
export interface HospitalOrders {
  accounts: { staff: Pick<AccountsArea['staff'], 'endEverySession'> };
  administration: { hospitals: Pick<HospitalsService, 'add' | 'setCallPlaces' | 'setSuspended'> };
  calls: Pick<CallsArea, 'endCalls'>;
  directory: Pick<DirectoryArea, 'inviteAdministrator'>;
  signing: Pick<SigningArea, 'makeAuthority'>;
}

interface OperatedHospitalsDeps {
  transactions: OperatorTransactions;
  register: HospitalsRegister;
  log: OperatorLogRepository;
  orders: HospitalOrders;
}

/** Lets operators create, close and count hospitals. */
export class OperatedHospitals extends Service<OperatedHospitalsDeps> {
  list(
    context: RequestContext,
    operator: Operator,
    { cursor, ...query }: QueryOf<typeof listOperatedHospitals>,
  ): Promise<ResponseOf<typeof listOperatedHospitals>> {
    return this.deps.transactions.run(context, async (tx) => {
      const rows = await this.deps.register.list(tx, { ...query, after: decodeSortedPlace(cursor) });
      await this.deps.log.write(tx, 'hospital.listed', { operatorId: operator.id });
      return cutPage(rows, query.limit, sortedPlace, toHospital);
    });
  }

  events(
    context: RequestContext,
    operator: Operator,
    query: QueryOf<typeof listOperatorEvents>,
  ): Promise<ResponseOf<typeof listOperatorEvents>> {
    return this.deps.transactions.run(context, async (tx) => {
      const { cursor, limit, q, order, action = null, outcome = null } = query;
      const rows = await this.deps.log.list(tx, { q, action, outcome, order, after: decodeCursor(cursor), limit });
      await this.deps.log.write(tx, 'event.listed', { operatorId: operator.id });
      return cutPage(
        rows,
        limit,
        (row) => row,
        (row) => ({ ...row, at: row.at.toISOString() }),
      );
    });
  }

  /** Creates a hospital, all or nothing. A retry creates one hospital, and a second link for its administrator. */
  found(
    context: RequestContext,
    operator: Operator,
    { administrator, ...hospital }: BodyOf<typeof foundHospital>,
  ): Promise<ResponseOf<typeof foundHospital>> {
    const taken = () =>
      new AppError('resource.conflict', 'slug is already taken', { fields: [{ path: 'slug', rule: 'taken' }] });
    if (reserved.has(hospital.slug)) throw taken();
    return this.deps.transactions.runFor(
      context,
      hospital.id,
      async (tx) => {
        const outcome = await this.deps.orders.administration.hospitals.add(tx, hospital);
        if (outcome === 'taken') throw taken();
        const details = { slug: hospital.slug };
        await this.deps.log.write(tx, 'hospital.founded', { operatorId: operator.id, subject: hospital.id, details });
        return this.#view(tx, hospital.id);
      },
      async (tx, view) => {
        await this.deps.orders.signing.makeAuthority(tx, hospital.name, hospital.jurisdiction);
        const person = { ...administrator, locale: hospital.locale };
        const { invitationId, secret } = await this.deps.orders.directory.inviteAdministrator(tx, person);
        return { hospital: view, invitationId, secret };
      },
    );
  }

  /** Closes or opens a hospital. Idempotent. */
  setSuspended(
    context: RequestContext,
    operator: Operator,
    hospitalId: string,
    suspended: boolean,
  ): Promise<OperatedHospital> {
    return this.deps.transactions.runFor(
      context,
      hospitalId,
      async (tx) => {
        const changed = await this.deps.orders.administration.hospitals.setSuspended(tx, hospitalId, suspended);
        const view = await this.#view(tx, hospitalId);
        const action = suspended ? 'hospital.suspended' : 'hospital.resumed';
        if (changed) await this.deps.log.write(tx, action, { operatorId: operator.id, subject: hospitalId });
        return view;
      },
      async (tx, view) => {
        if (suspended) {
          await this.deps.orders.accounts.staff.endEverySession(tx);
          await this.deps.orders.calls.endCalls(tx);
        }
        return view;
      },
    );
  }

  /** Sets where the hospital's calls go first; running calls stay. Idempotent. */
  setCallPlaces(
    context: RequestContext,
    operator: Operator,
    hospitalId: string,
    places: readonly string[],
  ): Promise<OperatedHospital> {
    return this.deps.transactions.run(context, async (tx) => {
      const changed = await this.deps.orders.administration.hospitals.setCallPlaces(tx, hospitalId, places);
      const view = await this.#view(tx, hospitalId);
      const details = { places: places.join(' ') };
      if (changed)
        await this.deps.log.write(tx, 'hospital.places-set', { operatorId: operator.id, subject: hospitalId, details });
      return view;
    });
  }

  async #view(tx: Tx, id: string): Promise<OperatedHospital> {
    const row = await this.deps.register.byId(tx, id);
    if (!row) throw new AppError('resource.not-found', 'hospital not found');
    return toHospital(row);
  }
}

function toHospital(row: RegisteredHospital): OperatedHospital {
  const { id, slug, name, jurisdiction, timeZone, locale, callPlaces, staff, patients } = row;
  return {
    id,
    slug,
    name,
    jurisdiction,
    timeZone,
    locale,
    callPlaces,
    staff,
    patients,
    createdAt: row.createdAt.toISOString(),
    suspendedAt: row.suspendedAt?.toISOString() ?? null,
    visitsInThirtyDays: row.visits,
  };
}
