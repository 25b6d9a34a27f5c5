import { defineRoute } from '../core/route.ts';
import type { pricesSchemas } from './prices.schemas.ts';

export type { PriceEntry, PriceList, PriceListSummary } from './prices.schemas.ts';

export const listPriceLists = defineRoute<typeof pricesSchemas, 'listPriceLists'>({
  name: 'listPriceLists',
  method: 'GET',
  path: '/api/price-lists',
  permission: 'price.manage',
});

export const readPriceList = defineRoute<typeof pricesSchemas, 'readPriceList'>({
  name: 'readPriceList',
  method: 'GET',
  path: '/api/price-lists/:priceListId',
  permission: 'price.manage',
});

export const publishPriceList = defineRoute<typeof pricesSchemas, 'publishPriceList'>({
  name: 'publishPriceList',
  method: 'POST',
  path: '/api/price-lists',
  permission: 'price.manage',
  confirmation: 'recent',
  status: 201,
});

export const withdrawPriceList = defineRoute<typeof pricesSchemas, 'withdrawPriceList'>({
  name: 'withdrawPriceList',
  method: 'POST',
  path: '/api/price-lists/:priceListId/withdrawal',
  permission: 'price.manage',
  confirmation: 'recent',
});
