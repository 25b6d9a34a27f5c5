import { defineRoute } from '../core/route.ts';
import type { alertRatesSchemas } from './alert-rates.schemas.ts';

export type { AlertRule, AlertRates } from './alert-rates.schemas.ts';

export const readAlertRates = defineRoute<typeof alertRatesSchemas, 'readAlertRates'>({
  name: 'readAlertRates',
  method: 'GET',
  path: '/api/metrics/alerts',
  permission: 'metrics.read-hospital',
});
