import { computed, onScopeDispose, shallowRef } from 'vue';
import { useEventListener } from '@vueuse/core';
import { codeOf } from '../i18n/index.ts';
import { mayPass } from '../api/retry.ts';
import { later } from '../later.ts';
import { drafts } from './drafts/index.ts';
import { Autosave, type AutosavePorts, type FailureReason } from './autosave.ts';
import type { AutosaveMachine, StoredDraft, Revision } from './autosave-state.ts';

/** After these errors the resource has a newer revision; reading it shows what changed. */
const overtaken = new Set<string>(['resource.stale', 'note.signed', 'prescription.transition-refused']);
/** Temporary errors: after an expired session the same user signs in again and the save is retried. */
const passing = new Set<string>(['auth.required', 'auth.session-expired', 'request.rate-limited', 'internal']);

function reasonOf(error: unknown): FailureReason {
  const code = codeOf(error);
  if (overtaken.has(code)) return 'stale';
  return mayPass(error) || passing.has(code) ? 'away' : 'refused';
}

/** Autosave for a component: returns its state as refs, stores drafts under the name, and saves once more when the component unmounts. */
export function useAutosave<Content>(
  machine: AutosaveMachine<Content>,
  options: Pick<AutosavePorts<Content>, 'save' | 'read'> & {
    draftName: string;
    revision: Revision<Content>;
    draft: StoredDraft<Content> | undefined;
  },
) {
  /** Number of pending writes to the browser’s storage. */
  const keeping = shallowRef(0);
  const autosave = new Autosave(
    machine,
    {
      save: options.save,
      read: options.read,
      reasonOf,
      keep(draft) {
        keeping.value += 1;
        void drafts.keep(options.draftName, draft).finally(() => (keeping.value -= 1));
      },
      forget: () => void drafts.drop(options.draftName),
      later,
    },
    { revision: options.revision, draft: options.draft },
  );
  const state = shallowRef(autosave.state());
  autosave.onState((next) => (state.value = next));
  useEventListener(window, 'online', () => autosave.flush());
  useEventListener(window, 'pagehide', () => autosave.flush());
  onScopeDispose(() => autosave.leave());
  /** Reports "stored in this browser" only once the draft is on disk. */
  const phase = computed(() => {
    const now = machine.phase(state.value);
    return now === 'away' && keeping.value > 0 ? 'saving' : now;
  });
  return { ...autosave, state, phase };
}
