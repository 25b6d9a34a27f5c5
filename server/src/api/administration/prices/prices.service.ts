import type { BodyOf, QueryOf, ResponseOf } from '@yunzhen/shared/core/route';
import type {
  listPriceLists,
  PriceEntry,
  PriceList,
  publishPriceList,
} from '@yunzhen/shared/administration/prices.contract';
import { fromMinor, toMinor } from '@yunzhen/shared/core/money';
import { AppError } from '@yunzhen/shared/core/errors';
import { MINUTE_MS } from '@yunzhen/shared/core/time/duration';
import type { ActorContext } from '../../../platform/context.ts';
import { cutPage, decodeSortedPlace, sortedPlace } from '../../../platform/db/paging.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { PriceListRow, PricesRepository } from './prices.repository.ts';
import { assertCurrent } from '../../core/version.ts';

/** Tolerance for a client’s clock that is slow. */
const clockSlack = 5 * MINUTE_MS;

interface PricesServiceDeps {
  transactions: Transactions;
  prices: PricesRepository;
}

/** Prices of visits: lists that are valid from an instant on and never changed. */
export class PricesService extends Service<PricesServiceDeps> {
  list(
    context: ActorContext,
    { cursor, ...query }: QueryOf<typeof listPriceLists>,
  ): Promise<ResponseOf<typeof listPriceLists>> {
    return this.deps.transactions.run(context, async (tx) => {
      const rows = await this.deps.prices.list(tx, { ...query, after: decodeSortedPlace(cursor) });
      await tx.audit('price.listed', { entity: 'price-list', entityId: null });
      return cutPage(rows, query.limit, sortedPlace, (row) => ({ ...headOf(row, tx.now), size: row.size }));
    });
  }

  read(context: ActorContext, id: string): Promise<PriceList> {
    return this.deps.transactions.run(context, async (tx) => {
      const list = await this.#view(tx, id);
      await tx.audit('price.read', { entity: 'price-list', entityId: id });
      return list;
    });
  }

  /** Throws `resource.stale` when another list was published since the page loaded. */
  publish(context: ActorContext, body: BodyOf<typeof publishPriceList>): Promise<PriceList> {
    return this.deps.transactions.command(context, 'publishPriceList', async (tx) => {
      const { id, basedOn, currency, entries } = body;
      const newest = await this.deps.prices.lockNumbers(tx);
      if (await this.deps.prices.byId(tx, id)) return this.#view(tx, id);
      assertCurrent({ version: newest }, basedOn);
      const asked = new Date(body.validFrom);
      if (asked.getTime() < tx.now.getTime() - clockSlack)
        throw new AppError('validation.failed', 'price list cannot take effect in the past', {
          fields: [{ path: 'validFrom', rule: 'date-too-early' }],
        });
      const priced = entries.map((entry, index) => {
        const minor = toMinor(entry.amount, currency);
        if (minor === null) throw refused(`entries.${index}.amount`, 'decimal');
        return { ...entry, minor };
      });
      const twice = entries.findIndex((entry, index) => entries.slice(0, index).some((other) => same(entry, other)));
      if (twice >= 0) throw refused(`entries.${twice}`, 'taken');
      const departments = entries.flatMap(({ departmentId }) => departmentId ?? []);
      if (!(await this.deps.prices.knowsDepartments(tx, departments)))
        throw new AppError('resource.not-found', 'department not found');
      const validFrom = asked > tx.now ? asked : tx.now;
      if (!(await this.deps.prices.insert(tx, { id, number: newest + 1, currency, validFrom }, priced)))
        throw new AppError('resource.not-found', 'price list id belongs to another hospital');
      const details = { number: newest + 1, entries: entries.length };
      await tx.audit('price.published', { entity: 'price-list', entityId: id, details });
      return this.#view(tx, id);
    });
  }

  /** Throws `price.in-force` for a list that is already valid, because visits were priced by it. */
  withdraw(context: ActorContext, id: string): Promise<PriceList> {
    return this.deps.transactions.command(context, 'withdrawPriceList', async (tx) => {
      await this.deps.prices.lockNumbers(tx);
      const list = await this.#view(tx, id);
      if (list.state === 'withdrawn') return list;
      if (list.state !== 'coming') throw new AppError('price.in-force', 'price list is already in force');
      await this.deps.prices.withdraw(tx, id);
      await tx.audit('price.withdrawn', { entity: 'price-list', entityId: id });
      return this.#view(tx, id);
    });
  }

  async #view(tx: Tx, id: string): Promise<PriceList> {
    const row = await this.deps.prices.byId(tx, id);
    if (!row) throw new AppError('resource.not-found', 'price list not found');
    const entries = await this.deps.prices.entries(tx, id);
    return {
      ...headOf(row, tx.now),
      entries: entries.map(({ minor, ...entry }) => ({ ...entry, amount: fromMinor(minor, row.currency) })),
    };
  }
}

function refused(path: string, rule: string): AppError {
  return new AppError('validation.failed', `price is not valid: ${path}`, { fields: [{ path, rule }] });
}

const same = (one: PriceEntry, other: PriceEntry) =>
  one.departmentId === other.departmentId &&
  one.kind === other.kind &&
  one.title?.en === other.title?.en &&
  one.title?.zh === other.title?.zh;

function headOf(row: PriceListRow, now: Date) {
  const { id, number, currency, createdBy } = row;
  const state = row.withdrawn
    ? ('withdrawn' as const)
    : row.validFrom > now
      ? ('coming' as const)
      : row.inForce
        ? ('in-force' as const)
        : ('over' as const);
  return {
    id,
    number,
    currency,
    createdBy,
    state,
    validFrom: row.validFrom.toISOString(),
    createdAt: row.createdAt.toISOString(),
  };
}
