import { computed, type Ref } from 'vue';
import { errorText, useText } from '../../../core/i18n/index.ts';
import { type CallState } from '../../../core/rtc/index.ts';
import { browserKind } from '../../../core/rtc/devices.index.ts';
import type { CallViewState } from '../stage/call-view-model.ts';

export interface CallLabels {
  readonly title: string;
  readonly text: string;
}

/** Failures whose own texts are more specific than “retrying”. */
const spoken = ['call.busy', 'call.no-media-node'] as const;

/** Texts of the stage: what happened, what is safe, what to do next. */
export function useCallLabels(scene: {
  view: Ref<CallViewState>;
  state: Ref<CallState>;
  name: Ref<string>;
  online: Ref<boolean>;
  /** Both participants have been in this call before. */
  met: Ref<boolean>;
}) {
  const { t } = useText();

  return computed<CallLabels>(() => {
    const named = { name: scene.name.value };
    const words = (key: CallWordsKey) => ({
      title: t(`call.view.${key}.title`, named),
      text: t(`call.view.${key}.text`, named),
    });
    const view = scene.view.value;
    if (view === 'live') return { title: scene.name.value, text: '' };
    if (view === 'signed-out') return words('signedOut');
    if (view === 'waiting' && scene.met.value) return words('gone');
    if (view === 'unsupported' && browserKind() === 'in-app') return words('inApp');
    if (view === 'cut') return words(scene.state.value.phone ? 'cutPhone' : 'cut');
    if (view !== 'joining' && view !== 'reconnecting') return words(view);
    if (!scene.online.value) return words('offline');
    const { failure, generation, attempts } = scene.state.value;
    const code = spoken.find((each) => each === failure);
    if (code) return errorText(code);
    if (view === 'reconnecting') return words('reconnecting');
    if (generation > 0 && failure === null && attempts > 0) return words('blocked');
    return words(failure === null ? 'joining' : 'unreachable');
  });
}

type CallWordsKey =
  | Exclude<CallViewState, 'live' | 'signed-out'>
  | 'signedOut'
  | 'gone'
  | 'offline'
  | 'unreachable'
  | 'blocked'
  | 'inApp'
  | 'cutPhone';
