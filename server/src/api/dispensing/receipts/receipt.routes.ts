import * as contract from '@yunzhen/shared/dispensing/receipts.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { ReceiptService } from './receipt.service.ts';

export function registerReceiptRoutes(routes: RouteRegistrar, receipts: ReceiptService): void {
  routes.route(contract.readReceipt, (context, { params }) => receipts.ofPharmacy(context, params.dispenseId));
  routes.route(contract.readPrescriptionReceipt, (context, { params }) => receipts.ofPrescription(context, params));
}
