import { computed, onScopeDispose, shallowRef, type Ref } from 'vue';
import type { CallParticipant, ParticipantLine } from '@yunzhen/shared/calls/call.contract';
import { QualityMonitor, noQuality, type MonitoredCall } from '../../../core/rtc/index.ts';

/**
 * Monitors the connection every second while the component is mounted, and reports it to the node.
 *
 * @param participants the others, whose own pages report their connections
 */
export function useQuality(call: MonitoredCall, participants: Ref<readonly CallParticipant[]>) {
  const now = shallowRef(noQuality);
  const monitor = new QualityMonitor(call);
  monitor.on('quality', (quality) => {
    now.value = quality;
  });
  onScopeDispose(() => monitor.close());

  return {
    /** The local side for display. */
    own: computed(() => {
      const { grade, cause, measure } = now.value;
      const loss = measure && Math.max(measure.lossReceived ?? 0, measure.lossSent ?? 0);
      return {
        grade,
        cause,
        mos: measure?.mos ?? null,
        rttMs: measure?.roundTripMs ?? null,
        lossPercent: loss === null ? null : loss * 100,
        freezes: now.value.statistics.freezes,
      };
    }),
    /** The local side as it is sent and stored; null while the call is not live. */
    quality: computed(() => now.value.sample),
    /** By participant id, without participants whose page has not reported yet. */
    others: computed<ReadonlyMap<string, ParticipantLine>>(
      () =>
        new Map(
          participants.value.flatMap(({ participantId, line }) => (line ? [[participantId, line] as const] : [])),
        ),
    ),
    statistics: computed(() => now.value.statistics),
    stalled: computed(() => now.value.stalled),
  };
}
