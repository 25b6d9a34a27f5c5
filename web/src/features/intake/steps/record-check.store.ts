import { reactive, shallowRef } from 'vue';
import { defineStore } from 'pinia';
import type { Chart } from '@yunzhen/shared/chart/chart.contract';
import { allergiesKnown } from './known-record.ts';

export type RecordSectionName = 'allergies' | 'medicines';
type Gap = 'unsaved' | 'allergiesMissing' | 'medicinesMissing';
type Lists = Pick<Chart, 'allergies' | 'allergiesStated' | 'medicines'>;

/** What the patient has still to answer about the record: shared by its sections and by the pages that lead on from it. */
export const useRecordCheckStore = defineStore('record-check', () => {
  /** Sections with an entry that was typed and not added, which would be lost. */
  const unsaved = reactive({ allergies: false, medicines: false });
  /** Sections that show what is missing. */
  const tried = reactive({ allergies: false, medicines: false });
  /** The patient states each time that there are no medicines: the record has no such statement. */
  const takesNone = shallowRef(false);
  /** The section that was last found incomplete, whose control gets the focus. */
  const incomplete = shallowRef<{ section: RecordSectionName }>();

  function gapOf(section: RecordSectionName, chart: Lists): Gap | undefined {
    if (unsaved[section]) return 'unsaved';
    const isAnswered = section === 'allergies' ? allergiesKnown(chart) : chart.medicines.length > 0 || takesNone.value;
    return isAnswered ? undefined : `${section}Missing`;
  }

  function point(section: RecordSectionName) {
    tried[section] = true;
    incomplete.value = { section };
  }

  return {
    unsaved,
    takesNone,
    incomplete,
    point,
    faultOf: (section: RecordSectionName, chart: Lists) => (tried[section] ? gapOf(section, chart) : undefined),
    /** Returns whether allergies and medicines are answered and every typed entry is added; points to the first that is not. */
    check(chart: Lists): boolean {
      Object.assign(tried, { allergies: true, medicines: true });
      const first = (['allergies', 'medicines'] as const).find((section) => gapOf(section, chart));
      if (first) point(first);
      return first === undefined;
    },
    /** Each page of the record begins with nothing stated. */
    reset() {
      Object.assign(unsaved, { allergies: false, medicines: false });
      Object.assign(tried, { allergies: false, medicines: false });
      takesNone.value = false;
      incomplete.value = undefined;
    },
  };
});
