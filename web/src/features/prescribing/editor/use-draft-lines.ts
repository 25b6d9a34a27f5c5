import { computed, reactive, shallowRef } from 'vue';
import type { MedicineHit, Prescription } from '@yunzhen/shared/prescribing/prescribing.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import { useAutosave, type StoredDraft } from '../../../ui/saving/index.ts';
import { draftMachine, draftNameOf, draftPorts, revisionOf, type Lines } from './draft-saving.ts';
import {
  fieldOfPath,
  lineOfHit,
  type LineDraft,
  type LineField,
  type NewLine,
  type UsualSig,
} from '../lines/line-draft.ts';

/** The lines of a draft with autosave, the open line, and the fields that the server rejected. */
export function useDraftLines(options: {
  draft: Prescription;
  kept: StoredDraft<Lines> | undefined;
  onSaved: (prescription: Prescription) => void;
}) {
  const { draft } = options;
  const autosave = useAutosave(draftMachine, {
    ...draftPorts(draft.id, options.onSaved),
    draftName: draftNameOf(draft.id),
    revision: revisionOf(draft),
    draft: options.kept,
  });
  const openLine = shallowRef<string>();
  const sigs = reactive(new Map<string, readonly UsualSig[]>());
  const lines = computed(() => autosave.state.value.content);
  const trouble = computed(() => autosave.state.value.trouble);
  const refusal = computed(() => (trouble.value?.kind === 'refused' ? trouble.value.error : undefined));

  /** Fields that the server rejected, by the index of their line: `items.0.dose.value`. */
  const refused = computed(() => {
    const found = new Map<number, LineField[]>();
    if (!(refusal.value instanceof AppError)) return found;
    for (const { path } of refusal.value.fields ?? []) {
      const [, place, ...rest] = path.replace(/^body\./, '').split('.');
      const index = Number(place);
      if (Number.isInteger(index)) found.set(index, [...(found.get(index) ?? []), fieldOfPath(rest)]);
    }
    return found;
  });

  function add({ line, sigs: usual }: NewLine): void {
    sigs.set(line.id, usual);
    autosave.edit([...lines.value, line]);
  }

  return {
    autosave,
    lines,
    trouble,
    refusal,
    refused,
    openLine,
    sigsOf: (id: string) => sigs.get(id) ?? [],
    add,
    addHit(hit: MedicineHit): LineDraft {
      const line = lineOfHit(hit, crypto.randomUUID());
      add({ line, sigs: hit.usualSigs });
      openLine.value = line.id;
      return line;
    },
    change: (line: LineDraft) => autosave.edit(lines.value.map((each) => (each.id === line.id ? line : each))),
    remove: (id: string) => autosave.edit(lines.value.filter((line) => line.id !== id)),
  };
}
