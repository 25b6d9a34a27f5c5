import { routesOf } from '../core/route.ts';
import type { pricesSchemas } from './prices.schemas.ts';

export type { PriceEntry, PriceList, PriceListSummary } from './prices.schemas.ts';

const defineRoute = routesOf<typeof pricesSchemas>();

export const listPriceLists = defineRoute('listPriceLists', 'GET /api/price-lists', 'price.manage');
export const readPriceList = defineRoute('readPriceList', 'GET /api/price-lists/:priceListId', 'price.manage');
export const publishPriceList = defineRoute('publishPriceList', 'POST /api/price-lists', 'price.manage', {
  confirmation: 'recent',
  status: 201,
});
export const withdrawPriceList = defineRoute(
  'withdrawPriceList',
  'POST /api/price-lists/:priceListId/withdrawal',
  'price.manage',
  { confirmation: 'recent' },
);
