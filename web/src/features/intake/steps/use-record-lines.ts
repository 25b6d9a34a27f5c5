import { computed, reactive } from 'vue';
import type { Chart } from '@yunzhen/shared/chart/chart.contract';
import { useFormats, useText } from '../../../core/i18n/index.ts';
import { namesBeside } from '../stated-medicine.ts';

/** An entry of the patient’s record for display. */
export interface RecordLine {
  id: string;
  name: string;
  detail: string;
  byDoctor: boolean;
}

/** Returns allergies and medicines of the record as entries for display. */
export function useRecordLines(chart: () => Pick<Chart, 'allergies' | 'medicines'>) {
  const { t, locale } = useText();
  const formats = useFormats();
  const allergies = computed((): RecordLine[] =>
    chart().allergies.map(({ id, substance, reaction, severity, recordedBy }) => ({
      id,
      name: substance,
      detail: [reaction, t(`care.allergySeverity.${severity}`)].filter(Boolean).join(' · '),
      byDoctor: recordedBy === 'doctor',
    })),
  );
  const medicines = computed((): RecordLine[] =>
    chart().medicines.map(({ id, text, dosage, names, recordedBy }) => ({
      id,
      name: text,
      detail: [formats.value.list(namesBeside({ text, names }, locale.value)), dosage].filter(Boolean).join(' · '),
      byDoctor: recordedBy === 'doctor',
    })),
  );
  return reactive({ allergies, medicines });
}
