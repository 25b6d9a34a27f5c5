import { routesOf } from '../core/route.ts';
import type { alertRatesSchemas } from './alert-rates.schemas.ts';

export type { AlertRule, AlertRates } from './alert-rates.schemas.ts';

const defineRoute = routesOf<typeof alertRatesSchemas>();

export const readAlertRates = defineRoute('readAlertRates', 'GET /api/metrics/alerts', 'metrics.read-hospital');
