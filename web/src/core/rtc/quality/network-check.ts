import type { Device, Transport, TransportOptions } from 'mediasoup-client/types';
import type {
  CallTicket,
  ConsumerParameters,
  JoinAnswer,
  TransportParameters,
} from '@yunzhen/shared/calls/call.contract';
import { timeouts } from '../../timeouts.ts';
import { CallError, failureOf, withDeadline } from '../session/call-failure.ts';
import { StatisticsLedger, entriesOf, connectionOf, type CallStatistics } from './call-statistics.ts';
import { networkVerdict, type NetworkFindings, type NetworkVerdict } from './network-verdict.ts';
import { Signaling } from '../session/signaling.ts';
import { SocketLink, type OpenSocket } from '../session/socket-link.ts';
import { makeTrialMedia, type TrialMedia } from './trial-media.ts';

export interface NetworkCheckOptions {
  readonly requestTicket: (signal: AbortSignal) => Promise<CallTicket>;
  readonly openSocket: OpenSocket;
  readonly loadDevice: (routerRtpCapabilities: CallTicket['routerRtpCapabilities']) => Promise<Device>;
  readonly signal: AbortSignal;
  /** Called when a stage starts: reaching the node, the exchange over UDP, then over TCP. */
  readonly onStage?: (stage: NetworkCheckStage) => void;
}

export type NetworkCheckStage = 'reach' | 'exchange' | 'tcp';

export interface NetworkCheckResult extends NetworkFindings {
  readonly verdict: NetworkVerdict;
}

type Protocol = 'udp' | 'tcp';

const ticketDeadlineMs = 8000;
const connectDeadlineMs = timeouts['connection-check.connect'];
const exchangeMs = timeouts['connection-check.exchange'];
/**
 * The browser starts low and probes its bandwidth, as in a call. A check that started at full rate would flood a weak connection and underestimate
 * it.
 */
const warmUpMs = 2000;
const trialBitrate = 800_000;

/**
 * Tests the connection to a media node: sends a picture and a tone to the node and back for some seconds over UDP, then connects over TCP. Where UDP
 * is blocked, the exchange runs over TCP. Takes about seven seconds.
 *
 * @throws CallError when the node cannot be reached at all, or `signal` fires
 */
export async function checkNetwork(options: NetworkCheckOptions): Promise<NetworkCheckResult> {
  const trial = new NetworkTrial(options);
  try {
    return await trial.run();
  } finally {
    trial.close();
  }
}

class NetworkTrial {
  readonly #options: NetworkCheckOptions;
  readonly #aborted: Promise<never>;
  #media: TrialMedia | undefined;
  #signaling: Signaling | undefined;
  #transports: Transport[] = [];

  constructor(options: NetworkCheckOptions) {
    this.#options = options;
    const { signal } = options;
    this.#aborted = new Promise((_, reject) => {
      const abort = () => reject(new CallError('unreachable', 'the check was cancelled'));
      if (signal.aborted) abort();
      else signal.addEventListener('abort', abort, { once: true });
    });
    this.#aborted.catch(() => undefined);
  }

  async run(): Promise<NetworkCheckResult> {
    const { requestTicket, openSocket, loadDevice, signal, onStage } = this.#options;
    onStage?.('reach');
    const ticket = await this.#unless(withDeadline(requestTicket(signal), ticketDeadlineMs, 'ticket'));
    const signaling = new Signaling(new SocketLink(ticket.url, openSocket));
    this.#signaling = signaling;
    const lost = new Promise<never>((_, reject) => {
      signaling.on('lost', () => reject(new CallError('unreachable', 'the socket was lost')));
      signaling.on('call-closed', () => reject(new CallError('call.ended', 'the node has closed the check')));
    });
    lost.catch(() => undefined);
    const whole = <Value>(work: Promise<Value>) => this.#unless(Promise.race([work, lost]));
    const [device] = await whole(Promise.all([loadDevice(ticket.routerRtpCapabilities), signaling.opened()]));
    this.#media = makeTrialMedia();
    const rtpCapabilities = { ...device.recvRtpCapabilities };
    const joined = await whole(signaling.request('join', { ticket: ticket.ticket, rtpCapabilities }));
    const udp = await whole(this.#exchange(device, joined, 'udp', 'exchange'));
    onStage?.('tcp');
    const rebuilt = await whole(signaling.request('rebuild-transports', { rtpCapabilities }));
    const tcp = await whole(this.#exchange(device, rebuilt, 'tcp', udp ? 'reach' : 'exchange'));
    const measured = udp ?? tcp ?? nothingMeasured;
    const findings = { ...measured, udp: udp !== null, tcp: tcp !== null };
    void signaling.request('leave', {}).catch(() => undefined);
    return { ...findings, verdict: networkVerdict(findings) };
  }

  close(): void {
    this.#closeTransports();
    this.#signaling?.close();
    this.#media?.stop();
  }

  /** Sends and receives over one protocol. Resolves with null when nothing gets through. */
  async #exchange(
    device: Device,
    answer: JoinAnswer,
    protocol: Protocol,
    depth: 'reach' | 'exchange',
  ): Promise<Measured | null> {
    const [signaling, media] = [this.#signaling, this.#media];
    if (!signaling || !media) return null;
    this.#closeTransports();
    const send = this.#watch(device.createSendTransport(over(protocol, answer.send)));
    const receive = this.#watch(device.createRecvTransport(over(protocol, answer.receive)));
    const stopListening = signaling.on('consumer-added', (consumer) => void take(receive, consumer));
    send.on('produce', ({ rtpParameters, appData }, done, failed) => {
      const source = appData['source'] === 'camera' ? 'camera' : 'microphone';
      signaling
        .request('produce', { transportId: send.id, source, rtpParameters })
        .then(({ producerId }) => done({ id: producerId }), failed);
    });
    try {
      for (const consumer of answer.consumers) void take(receive, consumer);
      const [up, down] = [connected(send), connected(receive)];
      // The first failure ends the exchange without waiting for the other promise.
      for (const each of [up, down]) each.catch(() => undefined);
      await send.produce({ track: media.sound, stopTracks: false, appData: { source: 'microphone' } });
      await withDeadline(up, connectDeadlineMs, `send over ${protocol}`);
      if (depth === 'reach') return nothingMeasured;
      this.#options.onStage?.('exchange');
      await send.produce({
        track: media.picture,
        stopTracks: false,
        encodings: [{ maxBitrate: trialBitrate }],
        appData: { source: 'camera' },
      });
      await withDeadline(down, connectDeadlineMs, `receive over ${protocol}`);
      return await this.#measure(send, receive);
    } catch (error) {
      if (failureOf(error) === 'unreachable' && signaling.up && !this.#options.signal.aborted) return null;
      throw error;
    } finally {
      stopListening();
    }
  }

  async #measure(send: Transport, receive: Transport): Promise<Measured> {
    const ledger = new StatisticsLedger();
    const sample = async () => {
      const [sent, received] = await Promise.all([send.getStats(), receive.getStats()]);
      return { atMs: performance.now(), counted: ledger.add({ send: sent, receive: received }), sent, received };
    };
    await this.#unless(pause(warmUpMs));
    const first = await sample();
    const losses: number[] = [];
    let last = first;
    for (let passed = 0; passed < exchangeMs; passed += 1000) {
      await this.#unless(pause(1000));
      last = await sample();
      const { lossSent } = connectionOf(entriesOf(last.sent), entriesOf(last.received));
      if (lossSent !== null) losses.push(lossSent);
    }
    return measuredBetween(first, last, losses);
  }

  #watch(transport: Transport): Transport {
    this.#transports.push(transport);
    transport.on('connect', ({ dtlsParameters }, done) => {
      const { role, fingerprints } = dtlsParameters;
      const request = { transportId: transport.id, dtlsParameters: { fingerprints, ...(role ? { role } : {}) } };
      this.#signaling?.request('connect-transport', request).catch(() => undefined);
      done();
    });
    return transport;
  }

  #closeTransports(): void {
    for (const transport of this.#transports.splice(0)) transport.close();
  }

  /** Resolves with the work’s value, or rejects when the check is cancelled first. */
  #unless<Value>(work: Promise<Value>): Promise<Value> {
    return Promise.race([work, this.#aborted]);
  }
}

type Measured = Omit<NetworkFindings, 'udp' | 'tcp'>;

const nothingMeasured: Measured = {
  roundTripMs: null,
  jitterMs: null,
  lossUp: null,
  lossDown: null,
  kbpsUp: null,
  kbpsDown: null,
};

interface Sample {
  readonly atMs: number;
  readonly counted: CallStatistics;
}

function measuredBetween(first: Sample, last: Sample, losses: readonly number[]): Measured {
  const spanMs = Math.max(1, last.atMs - first.atMs);
  const more = (counter: 'bytesSent' | 'bytesReceived' | 'packetsLost' | 'packetsReceived') =>
    Math.max(0, last.counted[counter] - first.counted[counter]);
  const lossUp = losses.length > 0 ? losses.reduce((sum, loss) => sum + loss, 0) / losses.length : null;
  const packets = more('packetsReceived') + more('packetsLost');
  // Packets lost on the way up are also missing on the way down.
  const missing = packets > 0 ? more('packetsLost') / packets : null;
  const lossDown = missing === null ? null : Math.max(0, (missing - (lossUp ?? 0)) / Math.max(0.01, 1 - (lossUp ?? 0)));
  return {
    roundTripMs: last.counted.roundTripMs,
    jitterMs: last.counted.jitterMs,
    lossUp,
    lossDown,
    kbpsUp: ((more('bytesSent') * 8) / spanMs) * (1 - (lossUp ?? 0)),
    kbpsDown: (more('bytesReceived') * 8) / spanMs,
  };
}

/** Keeps only the node’s candidates of this protocol, so that it is the one tested and not the faster one. */
function over(protocol: Protocol, parameters: TransportParameters): TransportOptions {
  const iceCandidates = parameters.iceCandidates.filter((candidate) => candidate['protocol'] === protocol);
  return { ...parameters, iceCandidates } as unknown as TransportOptions;
}

function connected(transport: Transport): Promise<void> {
  return new Promise((resolve, reject) => {
    transport.on('connectionstatechange', (state) => {
      if (state === 'connected') resolve();
      else if (state === 'failed' || state === 'closed')
        reject(new CallError('unreachable', `the transport is ${state}`));
    });
  });
}

async function take(receive: Transport, { id, producerId, kind, rtpParameters }: ConsumerParameters): Promise<void> {
  if (receive.closed) return;
  const options = { id, producerId, kind, rtpParameters } as unknown as Parameters<Transport['consume']>[0];
  await receive.consume(options).catch(() => undefined);
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
