import { computed, shallowRef, watch, type ComputedRef, type Ref } from 'vue';
import { useTimeoutFn } from '@vueuse/core';
import type { Prescription } from '@yunzhen/shared/prescribing/prescribing.contract';
import { codeOf } from '../../../core/i18n/index.ts';
import { useRecordChanges } from '../../../core/realtime/index.ts';
import type { AutosavePhase } from '../../../ui/saving/index.ts';
import { checkViewModel } from './check-view-model.ts';
import { useSavePrescription } from '../actions.ts';
import { itemsOf, type Lines } from '../editor/draft-saving.ts';

/** How long a running check is shown as in progress before it counts as slow, in milliseconds. */
const patience = 4_000;

/**
 * The safety check of a draft for display. Saving runs the checks; when chart or diagnoses change under a saved draft, it is saved again unchanged,
 * so that the report is never older than the facts.
 */
export function useDraftCheck(options: {
  draft: () => Prescription;
  lines: ComputedRef<Lines>;
  phase: ComputedRef<AutosavePhase>;
  /** The version that the page shows. */
  version: () => number;
  onSaved: (prescription: Prescription) => void;
  /** Called when another author has saved the draft since. */
  overtaken: () => void;
}) {
  const { draft, lines, phase, version } = options;
  const { mutateAsync: save, isLoading: again } = useSavePrescription({ onSuccess: options.onSaved });
  const failed = shallowRef(false);
  const waiting = computed(() => again.value || phase.value === 'unsaved' || phase.value === 'saving');
  const slow = useSlow(waiting);

  const view = computed(() =>
    checkViewModel({
      lines: lines.value.length,
      phase: again.value ? 'saving' : phase.value,
      report: draft().safety,
      reportIsOfThis: draft().version === version() && !failed.value,
      slow: slow.value,
    }),
  );

  let wanted = false;
  /** Repeats the check of a saved draft. An unsaved one is checked by its own save. */
  async function checkAgain(): Promise<void> {
    if (again.value) {
      wanted = true;
      return;
    }
    if (phase.value !== 'saved' || lines.value.length === 0 || draft().status !== 'draft') return;
    try {
      const { id: prescriptionId } = draft();
      await save({ params: { prescriptionId }, body: { items: itemsOf(lines.value) }, ifMatch: version() });
      failed.value = false;
    } catch (error) {
      if (codeOf(error) === 'resource.stale' || codeOf(error) === 'prescription.transition-refused')
        options.overtaken();
      else failed.value = true;
    }
    if (!wanted) return;
    wanted = false;
    await checkAgain();
  }

  watch(
    () => draft().version,
    () => (failed.value = false),
  );
  useRecordChanges(
    () => ({ entity: 'chart', id: draft().patient.id }),
    () => void checkAgain(),
    () => void checkAgain(),
  );
  useRecordChanges(
    () => ({ entity: 'diagnoses', id: draft().visitId }),
    () => void checkAgain(),
  );

  return { view, checkAgain, checking: again };
}

/** Returns whether `waiting` has lasted longer than the patience. */
function useSlow(waiting: Readonly<Ref<boolean>>) {
  const slow = shallowRef(false);
  const timer = useTimeoutFn(() => (slow.value = true), patience, { immediate: false });
  watch(waiting, (now) => {
    slow.value = false;
    if (now) timer.start();
    else timer.stop();
  });
  return slow;
}
