import { watch, type Ref } from 'vue';
import type { RoomPhase } from '@yunzhen/shared/calls/call.contract';
import { useText } from '../../../core/i18n/index.ts';
import { announce } from '../../../ui/index.ts';
import type { RemoteTrack } from '../../../core/rtc/index.ts';
import type { CallViewState } from './call-view-model.ts';
import type { CallLabels } from '../session/use-call-labels.ts';

/** Announces changes of the stage to screen readers: its view state, and screens that start and stop. Nothing is announced twice. */
export function useStageAnnouncements(scene: {
  view: Ref<CallViewState>;
  words: Ref<CallLabels>;
  name: Ref<string>;
  ownScreen: Ref<MediaStreamTrack | null>;
  theirScreen: Ref<RemoteTrack | undefined>;
  nameOf: (participantId: string | undefined) => string;
  roomPhase: Ref<RoomPhase | null>;
  /** Name of the patient on hold, for those who remain in the call; null for the patient. */
  apart: Ref<string | null>;
}) {
  const { t } = useText();

  watch(scene.view, (now, before) => {
    const { title, text } = scene.words.value;
    if (now !== 'live') announce(`${title}. ${text}`);
    else if (before === 'held') announce(t('call.announce.back'));
    else
      announce(before === 'waiting' ? t('call.announce.joined', { name: scene.name.value }) : t('call.announce.live'));
  });
  watch(scene.roomPhase, (now, before) => {
    const name = scene.apart.value;
    if (name === null) return;
    if (now === 'held') announce(`${t('call.hold.banner', { name })}. ${t('call.hold.text')}`);
    else if (now === 'open' && before === 'held') announce(t('call.announce.back'));
  });
  watch(scene.theirScreen, (now, before) => {
    if ((now === undefined) === (before === undefined)) return;
    const name = scene.nameOf((now ?? before)?.participantId);
    announce(now ? t('call.screen.theirsStarted', { name }) : t('call.screen.theirsStopped'));
  });
  watch(scene.ownScreen, (now) => announce(t(now ? 'call.screen.started' : 'call.screen.stopped')));
}
