import { z } from 'zod';
import { currencyCodes } from '../core/money.ts';
import { visitKinds } from './visit-kind.ts';
import { id, instant, localizedText, page, personNames, sortedQuery } from '../core/common.ts';
import { priceListSorts } from './prices.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

export const currency = z.enum(currencyCodes);
/** An amount of the currency as text; how many digits behind the point it may have, the currency says. */
export const amount = z.string().regex(/^(0|[1-9]\d{0,7})(\.\d{1,3})?$/, { error: 'decimal' });
export const money = z.strictObject({ amount, currency });

/** What a visit costs. Whatever is null holds for all; the entry that says the most about a visit is the one that counts. */
export const priceEntry = z.strictObject({
  departmentId: id.nullable(),
  /** A doctor’s title, as it is written with the doctor. */
  title: localizedText.nullable(),
  kind: z.enum(visitKinds).nullable(),
  amount,
});
export type PriceEntry = z.output<typeof priceEntry>;

const listed = {
  id,
  /** Counts up with each list. */
  number: z.int(),
  currency,
  validFrom: instant,
  createdAt: instant,
  createdBy: personNames.nullable(),
  state: z.enum(['coming', 'in-force', 'over', 'withdrawn']),
};
const priceList = z.strictObject({ ...listed, entries: z.array(priceEntry) });
export type PriceList = z.output<typeof priceList>;
const priceListSummary = z.strictObject({ ...listed, size: z.int() });
export type PriceListSummary = z.output<typeof priceListSummary>;

const listParams = z.strictObject({ priceListId: id });

export const publishPriceListBody = z.strictObject({
  /** Made by the page, so that a doubled command makes one. */
  id,
  /** The newest number that the page has seen; refused when somebody published another meanwhile. */
  basedOn: z.int().min(0),
  currency,
  /** Not before now. */
  validFrom: instant,
  entries: z.array(priceEntry).min(1).max(500),
});

export const pricesSchemas = {
  listPriceLists: {
    summary:
      'List price lists, including future ones; `q` searches numbers, currencies, publishers, departments and titles',
    query: z.strictObject(sortedQuery(priceListSorts, 'desc')),
    response: page(priceListSummary),
  },
  readPriceList: {
    summary: 'Get a price list with its entries',
    params: listParams,
    response: priceList,
  },
  publishPriceList: {
    summary: 'Publish a price list with an effective time; cannot be changed afterwards',
    body: publishPriceListBody,
    response: priceList,
  },
  withdrawPriceList: {
    summary: 'Withdraw a price list that is not yet in force',
    params: listParams,
    response: priceList,
  },
} satisfies RouteSchemas;
