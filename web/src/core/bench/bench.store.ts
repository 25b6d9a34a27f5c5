import { computed, nextTick, onScopeDispose, shallowRef } from 'vue';
import { useMediaQuery, useStorage } from '@vueuse/core';
import { defineStore } from 'pinia';

/** The parts of a visit's record. */
export type RecordPart = 'patient' | 'note' | 'diagnosis' | 'prescription' | 'documents' | 'chat';

/** What opens from the bench itself, one at a time. */
export type BenchPanel = 'complete' | 'refer' | 'hand-over' | 'commands' | 'help';

/** What a part does when the bench asks for it. */
export interface PartActions {
  focus?: () => unknown;
  askToSign?: () => unknown;
  saveNow?: () => unknown;
}

/** The visit on the doctor's bench: which part of its record is in front, what is open, and what the parts can do. */
export const useBenchStore = defineStore('bench', () => {
  const part = shallowRef<RecordPart>('note');
  const panel = shallowRef<BenchPanel>();
  /** There is room for the facts beside the picture and the record. */
  const wide = useMediaQuery('(min-width: 80rem)');
  const factsHidden = useStorage('yunzhen.bench.facts-hidden', false);
  const callSmall = useStorage('yunzhen.bench.call-small', false);
  /** Prescription lines that the page holds and the hospital may not have yet. */
  const unsavedLines = shallowRef(false);
  const registered = new Map<RecordPart, readonly PartActions[]>();

  function add(of: RecordPart, actions: PartActions): () => void {
    registered.set(of, [...(registered.get(of) ?? []), actions]);
    return () => void registered.set(of, registered.get(of)?.filter((each) => each !== actions) ?? []);
  }

  /** Of two that can do it, the one that came last does. */
  const actionOf = (of: RecordPart, name: keyof PartActions) =>
    registered.get(of)?.findLast((actions) => actions[name] !== undefined)?.[name];

  async function act(on: RecordPart, name: keyof PartActions): Promise<void> {
    part.value = on;
    // One tick for the choice, one for the part to come out of hiding: what is hidden takes no focus.
    await nextTick();
    await nextTick();
    await actionOf(on, name)?.();
  }

  /** Facts beside the record come and go; where there is no room they are a part of it. */
  async function showPatient(): Promise<void> {
    if (!wide.value) return act('patient', 'focus');
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
    /** A visit is opened: its parts add themselves. */
    begin(first: RecordPart) {
      part.value = first;
      panel.value = undefined;
      unsavedLines.value = false;
    },
    /** Shows a part and puts the cursor where one would go on. */
    goTo: (next: RecordPart) => act(next, 'focus'),
    askToSign: (of: 'note' | 'prescription') => act(of, 'askToSign'),
    saveNow() {
      for (const of of registered.keys()) void actionOf(of, 'saveNow')?.();
    },
  };
});

/** Whether one of the panels of the bench is open, for its `v-model:open`. */
export function useBenchPanel(name: BenchPanel) {
  const bench = useBenchStore();
  return computed({
    get: () => bench.panel === name,
    set: (open) => (bench.panel = open ? name : undefined),
  });
}

/** Offers a part of the record to the bench, for as long as the component lives. */
export function useBenchPart(part: RecordPart, actions: PartActions): void {
  onScopeDispose(useBenchStore().add(part, actions));
}
