import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { MedicationStatement } from '@yunzhen/shared/chart/chart.contract';
import type { Tx } from '../../platform/db/transaction.ts';
import { askHook } from '../core/hook.ts';

export type ChartHooks = ReturnType<typeof chartHooks>;

export type StatedMedicine = Pick<MedicationStatement, 'productId' | 'text'>;

/** What the chart asks of areas above. */
export const chartHooks = () => ({
  /** What each stated medicine is called, in both languages and in the same order. */
  onMedicineNamesAsked: askHook<(tx: Tx, stated: readonly StatedMedicine[]) => Promise<LocalizedText[][]>>(),
});
