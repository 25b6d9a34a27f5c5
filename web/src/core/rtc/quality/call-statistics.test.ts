import { describe, expect, it } from 'vitest';
import { StatisticsLedger, type Report } from './call-statistics.ts';

function report(...entries: Record<string, unknown>[]): Report {
  return entries.map((entry, index) => [String(entry['id'] ?? index), { id: String(index), ...entry }] as const);
}

const camera = (id: string, framesDecoded: number) => ({ id, type: 'inbound-rtp', kind: 'video', framesDecoded });

describe('Statistics of a call', () => {
  it('are read from both transports', () => {
    const reading = new StatisticsLedger().add({
      send: report(
        { type: 'outbound-rtp', framesSent: 30, bytesSent: 1000, qualityLimitationDurations: { cpu: 1.5, none: 3 } },
        { type: 'media-source', totalAudioEnergy: 0.5 },
        { type: 'media-source', frames: 33 },
        { type: 'remote-inbound-rtp', fractionLost: 0.25 },
        { type: 'candidate-pair', nominated: true, currentRoundTripTime: 0.08, availableOutgoingBitrate: 900_000 },
        { type: 'candidate-pair', nominated: false, currentRoundTripTime: 3 },
      ),
      receive: report(
        {
          ...camera('a', 29),
          bytesReceived: 900,
          freezeCount: 1,
          totalFreezesDuration: 0.4,
          packetsLost: 2,
          packetsReceived: 98,
          jitter: 0.5,
          jitterBufferDelay: 99,
        },
        {
          id: 'b',
          type: 'inbound-rtp',
          kind: 'audio',
          totalAudioEnergy: 0.25,
          bytesReceived: 100,
          packetsReceived: 50,
          nackCount: 4,
          totalSamplesReceived: 48_000,
          concealedSamples: 480,
          silentConcealedSamples: 80,
          jitter: 0.012,
          jitterBufferDelay: 3840,
          jitterBufferEmittedCount: 48_000,
        },
      ),
    });
    expect(reading).toEqual({
      framesDecoded: 29,
      framesSent: 30,
      bytesReceived: 1000,
      bytesSent: 1000,
      audioEnergy: 0.25,
      audioEnergySent: 0.5,
      packetsLost: 2,
      packetsReceived: 148,
      soundPackets: 50,
      soundAskedAgain: 4,
      freezes: 1,
      freezeSeconds: 0.4,
      samplesReceived: 48_000,
      samplesConcealed: 480,
      samplesConcealedSilently: 80,
      jitterBufferSeconds: 3840,
      jitterBufferSamples: 48_000,
      framesCaptured: 33,
      cpuLimitedSeconds: 1.5,
      roundTripMs: 80,
      lossSent: 0.25,
      jitterMs: 12,
      availableKbps: 900,
    });
  });

  it('are zero without transports', () => {
    expect(new StatisticsLedger().add({ send: null, receive: null })).toMatchObject({
      framesDecoded: 0,
      roundTripMs: null,
    });
  });

  it('ignore the last report on a paused stream', () => {
    const send = report(
      { type: 'remote-inbound-rtp', timestamp: 100_000, fractionLost: 0.6 },
      { type: 'remote-inbound-rtp', timestamp: 109_000, fractionLost: 0.02 },
    );
    expect(new StatisticsLedger().add({ send, receive: null }).lossSent).toBe(0.02);
  });

  it('omit the stream that only probes the bandwidth', () => {
    const probing = { type: 'inbound-rtp', mid: 'probator', bytesReceived: 5000 };
    expect(new StatisticsLedger().add({ send: null, receive: report(probing) }).bytesReceived).toBe(0);
  });

  it('continue to grow when a rejoin replaces the stream', () => {
    const ledger = new StatisticsLedger();
    ledger.add({ send: null, receive: report(camera('a', 100)) });
    expect(ledger.add({ send: null, receive: report(camera('b', 5)) }).framesDecoded).toBe(105);
    expect(ledger.add({ send: null, receive: report(camera('b', 9)) }).framesDecoded).toBe(109);
  });

  it('continue to grow when a stream of the same name restarts', () => {
    const ledger = new StatisticsLedger();
    ledger.add({ send: null, receive: report(camera('a', 100)) });
    expect(ledger.add({ send: null, receive: report(camera('a', 3)) }).framesDecoded).toBe(103);
  });

  it('subtract losses of packets that were only late', () => {
    const ledger = new StatisticsLedger();
    const reading = (packetsLost: number) =>
      ledger.add({ send: null, receive: report({ id: 'a', type: 'inbound-rtp', packetsLost, packetsReceived: 10 }) });
    reading(4);
    expect(reading(1).packetsLost).toBe(1);
  });
});
