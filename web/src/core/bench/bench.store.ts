import { computed, nextTick, onScopeDispose, shallowRef } from 'vue';
import { useMediaQuery, useStorage } from '@vueuse/core';
import { defineStore } from 'pinia';

/** The parts of a visit's record. */
export type RecordPart = 'patient' | 'note' | 'diagnosis' | 'prescription' | 'documents' | 'chat';

/** A part that the bench can show: the record’s, or the pharmacist’s questions, which are above all of them. */
export type BenchPart = RecordPart | 'question';

/** The panels of the bench itself, of which one is open at a time. */
export type BenchPanel = 'complete' | 'refer' | 'hand-over' | 'commands' | 'help';

/** Actions that a part offers to the bench. */
export interface PartActions {
  focus?: () => unknown;
  askToSign?: () => unknown;
  saveNow?: () => unknown;
}

/** Renders from the selection of a tab until its panel is visible, with some to spare. */
const ticksToShow = 8;

/** The visit on the doctor’s bench: the visible part of its record, the open panel, and the actions of the parts. */
export const useBenchStore = defineStore('bench', () => {
  const part = shallowRef<RecordPart>('note');
  const panel = shallowRef<BenchPanel>();
  /** Whether there is room for the facts beside the video and the record. */
  const wide = useMediaQuery('(min-width: 80rem)');
  const factsHidden = useStorage('yunzhen.bench.facts-hidden', false);
  const callSmall = useStorage('yunzhen.bench.call-small', false);
  /** Whether the page has prescription lines that the hospital may not have saved yet. */
  const unsavedLines = shallowRef(false);
  const registered = new Map<BenchPart, readonly PartActions[]>();

  function add(of: BenchPart, actions: PartActions): () => void {
    registered.set(of, [...(registered.get(of) ?? []), actions]);
    return () => void registered.set(of, registered.get(of)?.filter((each) => each !== actions) ?? []);
  }

  /** Returns the action of the latest component that offers it. */
  const actionOf = (of: BenchPart, name: keyof PartActions) =>
    registered.get(of)?.findLast((actions) => actions[name] !== undefined)?.[name];

  async function act(on: BenchPart, name: keyof PartActions): Promise<unknown> {
    if (on !== 'question') part.value = on;
    // The panel of a tab becomes visible some renders after the selection, and hidden elements cannot receive focus.
    for (let tick = 0; tick < ticksToShow; tick += 1) await nextTick();
    return actionOf(on, name)?.();
  }

  /** Toggles the facts beside the record; on narrow screens, opens them as a part of it. */
  async function showPatient(): Promise<void> {
    if (!wide.value) return void (await act('patient', 'focus'));
    factsHidden.value = !factsHidden.value;
    await nextTick();
    await actionOf('patient', 'focus')?.();
  }

  return {
    part,
    panel,
    wide,
    factsHidden,
    callSmall,
    unsavedLines,
    add,
    showPatient,
    /** Resets the bench for a visit; its parts register themselves. */
    begin(first: RecordPart) {
      part.value = first;
      panel.value = undefined;
      unsavedLines.value = false;
    },
    /** Shows a part and focuses where the doctor would continue. */
    goTo: (next: BenchPart) => act(next, 'focus'),
    /** The part may answer whether it was signed. */
    askToSign: (of: 'note' | 'prescription') => act(of, 'askToSign'),
    saveNow() {
      for (const of of registered.keys()) void actionOf(of, 'saveNow')?.();
    },
  };
});

/** Returns whether this panel of the bench is open, for its `v-model:open`. */
export function useBenchPanel(name: BenchPanel) {
  const bench = useBenchStore();
  return computed({
    get: () => bench.panel === name,
    set: (open) => (bench.panel = open ? name : undefined),
  });
}

/** Registers a part with the bench until the component unmounts. */
export function useBenchPart(part: BenchPart, actions: PartActions): void {
  onScopeDispose(useBenchStore().add(part, actions));
}
