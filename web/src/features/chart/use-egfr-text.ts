import { unitText } from '@yunzhen/shared/chart/unit-text';
import { useText } from '../../core/i18n/index.ts';
import { kidneyStage } from './kidney-stage.ts';

/** Returns an eGFR with unit and, for an adult, its category: `95 mL/min/1.73 m² – normal`. */
export function useEgfrText() {
  const { t } = useText();
  return (egfr: number, ageYears: number): string => {
    // In one piece: a value is never parted from its unit.
    const value = `${egfr} ${unitText['mL/min/{1.73_m2}']}`.replaceAll(' ', '\u00a0');
    const stage = kidneyStage(egfr, ageYears);
    return stage ? t('chart.kidney.graded', { value, stage: t(`chart.kidney.stage.${stage}`) }) : value;
  };
}
