import { nextTick, ref, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue';
import type { IntakeDraft } from '@yunzhen/shared/intake/intake.contract';
import type { IntakeDraftContent } from '@yunzhen/shared/intake/intake-draft.schemas';
import { intakeSteps } from '@yunzhen/shared/intake/answers/steps';
import { keptAnswers } from '@yunzhen/shared/intake/answers/answers';
import { useText } from '../../core/i18n/index.ts';
import { OfflineError } from '../../core/api/index.ts';
import { announce } from '../../ui/index.ts';
import {
  AutosaveMachine,
  drafts,
  storedDraft,
  useAutosave,
  useStoredDraft,
  type StoredDraft,
  type Revision,
} from '../../core/autosave/index.ts';
import { saveDraft } from './actions.ts';
import { blankDraft } from './blank-draft.ts';
import { carriedOver } from './carried-draft.ts';
import { fetchForm, formOf } from './form-store.ts';
import { joinDrafts, sameDraft } from './join-drafts.ts';
import { readIntakeDraft, type DraftSubject } from './queries.ts';
import { useChosenForm } from './use-chosen-form.ts';

const machine = new AutosaveMachine<IntakeDraftContent>({ same: sameDraft, savable: () => true });

const nameOf = (of: DraftSubject) => `intake.${'visitId' in of ? of.visitId : of.appointmentId}`;

function revisionOf({ version, content }: IntakeDraft): Revision<IntakeDraftContent> {
  return { version, content: content ?? blankDraft, closed: false };
}

export type StoredIntake = StoredDraft<IntakeDraftContent> | undefined;

/** This browser’s copy of a draft that could not be saved. */
export const useStoredIntake = (of: DraftSubject) => useStoredDraft(nameOf(of), keptContentOf);

/**
 * This browser’s unsaved draft of the visit, merged with its unsaved draft of the appointment, which became the visit’s when the patient arrived.
 * `first`: the server’s draft, once it is loaded.
 */
export function useKeptOfVisit(visitId: string, first: MaybeRefOrGetter<IntakeDraft | undefined>) {
  const own = useStoredIntake({ visitId });
  const ready = shallowRef(false);
  const draft = shallowRef<StoredIntake>();
  const stop = watch(
    [own.ready, () => toValue(first)],
    async ([isReady, read]) => {
      if (!isReady || !read) return;
      await nextTick();
      stop();
      draft.value = (await keptBefore(read, own.draft.value)) ?? own.draft.value;
      ready.value = true;
    },
    { immediate: true },
  );
  return { ready, draft };
}

async function keptBefore(first: IntakeDraft, own: StoredIntake): Promise<StoredIntake> {
  const { visitId, appointmentId } = first;
  if (visitId === null || appointmentId === null) return undefined;
  const before = nameOf({ appointmentId });
  const ahead = await storedDraft(before, keptContentOf);
  if (!ahead) return undefined;
  try {
    for (const { form } of [ahead.basis, ahead.content]) if (form) await fetchForm(form);
  } catch {
    // Without the form it is unknown which questions are asked again; the copy stays until the form is loaded.
    return undefined;
  }
  const carried = carriedOver(first, ahead, own, ({ form }) => form && formOf(form));
  // Stores the merged draft before it deletes the old one.
  await drafts.keep(nameOf({ visitId }), carried);
  await drafts.drop(before);
  return carried;
}

/** Validates the structure, because an older version of the app stored other properties. The server validates the content on the first save. */
function keptContentOf(value: unknown): IntakeDraftContent | undefined {
  const kept = (value ?? {}) as IntakeDraftContent;
  const members = Object.keys(blankDraft) as (keyof IntakeDraftContent)[];
  if (!members.every((member) => kept[member] !== undefined) || !intakeSteps.includes(kept.step)) return undefined;
  return Object.keys(kept).length === members.length ? kept : undefined;
}

/** The draft of the page: every change of `draft` is saved automatically; changes of another device are merged, never lost. */
export function useIntakeDraft(of: DraftSubject, first: IntakeDraft, kept: StoredIntake) {
  const { t } = useText();
  const pictures = shallowRef(first.pictures);
  const subject = first.subject;
  const autosave = useAutosave(machine, {
    draftName: nameOf(of),
    revision: revisionOf(first),
    draft: kept,
    save: async (content, version) => revisionOf(await saveDraft(first.id, content, version)),
    read: async () => revisionOf(take(await readIntakeDraft(of))),
  });
  const draft = ref(copyOf(autosave.state.value.content));
  const { form, fetching } = useChosenForm(() => draft.value.form);

  function take(read: IntakeDraft): IntakeDraft {
    pictures.value = read.pictures;
    return read;
  }

  watch(
    draft,
    (now) => {
      const content = withAskedAnswers(copyOf(now));
      if (!sameDraft(content, now)) draft.value = content;
      else if (!sameDraft(content, autosave.state.value.content)) autosave.edit(content);
    },
    { deep: true },
  );
  watch(autosave.state, ({ base, content, trouble }) => {
    if (trouble?.kind === 'conflict') {
      autosave.resolve(joinDrafts(base.content, content, trouble.theirs.content));
      announce(t('intake.save.joined'));
      return;
    }
    if (!sameDraft(content, draft.value)) draft.value = copyOf(content);
  });

  function withAskedAnswers(content: IntakeDraftContent): IntakeDraftContent {
    const asked = content.form && formOf(content.form);
    if (!asked) return content;
    return { ...content, answers: keptAnswers(asked, content.answers, subject) as IntakeDraftContent['answers'] };
  }

  return {
    id: first.id,
    subject,
    draft,
    form,
    fetching,
    pictures,
    phase: autosave.phase,
    flush: autosave.flush,
    /** Applies a newly read server version. */
    see: (read: IntakeDraft) => autosave.see(revisionOf(take(read))),
    /** Saves at once; returns the server’s version. Throws `offline` when the server has not saved what is on the page. */
    async settled(): Promise<number> {
      // A change made at this moment may not have reached autosave yet, nor may the merge with another device’s answers.
      for (let tries = 0; tries < 3; tries++) {
        await nextTick();
        if (await autosave.settled()) return autosave.state.value.base.version;
      }
      throw new OfflineError();
    },
  };
}

function copyOf(content: IntakeDraftContent): IntakeDraftContent {
  return JSON.parse(JSON.stringify(content)) as IntakeDraftContent;
}
