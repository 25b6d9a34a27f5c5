import { onScopeDispose, shallowRef } from 'vue';
import { StatisticsLedger, noStatistics, type CallClient } from '../../../lib/rtc/index.ts';

const lookEveryMs = 1000;
/** Sound alone arrives at least every 400 ms, silence included: this long without a byte means that the line is down. */
const stalledAfterMs = 2500;

/** Looks at a call’s statistics each second. `stalled`: nothing has arrived for a while although something should. */
export function useCallStatistics(call: CallClient) {
  const statistics = shallowRef(noStatistics);
  const stalled = shallowRef(false);
  const ledger = new StatisticsLedger();
  let lastArrival = performance.now();

  async function look(): Promise<void> {
    const before = statistics.value.bytesReceived;
    statistics.value = ledger.add(await call.statistics());
    if (!call.expectsMedia || statistics.value.bytesReceived > before) lastArrival = performance.now();
    stalled.value = performance.now() - lastArrival > stalledAfterMs;
  }

  // A transport that closes during the look has nothing to tell.
  const timer = setInterval(() => void look().catch(() => undefined), lookEveryMs);
  onScopeDispose(() => clearInterval(timer));

  return { statistics, stalled };
}
