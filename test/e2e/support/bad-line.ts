import { TcpProxy } from '../../support/impairment/tcp-proxy.ts';
import { UdpRelay } from '../../support/impairment/udp-relay.ts';
import type { LineImpairment } from '../../support/impairment/impairment.ts';
import { freePorts } from '../../support/free-port.ts';
import { startInstallation, type Installation } from './installation.ts';

/** The host that the media node listens on and announces in its candidates: the relay sits in between. */
const nodeHost = '127.0.0.1';
const relayHost = '127.0.0.2';

/** An installation that browsers reach only over a connection that tests can impair. It starts unimpaired. */
export interface InstallationOnALine extends Installation {
  /** RTP and STUN over UDP. */
  readonly media: UdpRelay;
  /** Pages and REST. */
  readonly web: TcpProxy;
  /** The call socket. */
  readonly signaling: TcpProxy;
  /** ICE over TCP; refuses connections until `accept`, so that UDP carries the call. */
  readonly mediaOverTcp: TcpProxy;
  /** Impairs the whole connection: media packets fully, sockets by the delay only (TCP hides the rest). */
  impair(line: LineImpairment): void;
  /** Restores the initial state and closes the connections made over it. */
  repair(): Promise<void>;
  /** Drops everything in both directions, over UDP and TCP, for that many milliseconds; no connection breaks. */
  blackout(milliseconds: number): void;
}

/** Starts the product behind a relay for its media and proxies for its pages and call socket. */
export async function startInstallationOnALine(
  extra: Record<string, string> = {},
  /** `callOrigins`: of further media nodes, which pages may reach. */
  { seed = 1, callOrigins = [] }: { seed?: number; callOrigins?: readonly string[] } = {},
): Promise<InstallationOnALine> {
  const [port = 0, mediaPort = 0, rtcPort = 0] = await freePorts(3);
  const behind = (target: number, host = 'localhost', listen = 0) =>
    TcpProxy.start({ listen: { host, port: listen }, target: { host: nodeHost, port: target } });
  const [media, web, signaling, mediaOverTcp] = await Promise.all([
    UdpRelay.start({ listen: { host: relayHost, port: rtcPort }, target: { host: nodeHost, port: rtcPort }, seed }),
    behind(port),
    behind(mediaPort),
    behind(rtcPort, relayHost, rtcPort),
  ]);
  mediaOverTcp.refuse();
  const stopLine = () => Promise.all([media, web, signaling, mediaOverTcp].map((part) => part.close()));
  try {
    const installation = await startInstallation({
      PORT: String(port),
      MEDIA_PORT: String(mediaPort),
      PUBLIC_URL: `http://localhost:${web.port}`,
      MEDIA_PUBLIC_URL: `http://localhost:${signaling.port}`,
      RTC_PORT: String(rtcPort),
      RTC_LISTEN: nodeHost,
      RTC_ANNOUNCED_ADDRESS: relayHost,
      // One worker, hence one port and one relay.
      MEDIA_WORKERS: '1',
      CALL_ORIGINS: [`http://localhost:${signaling.port}`, `ws://localhost:${signaling.port}`, ...callOrigins].join(
        ' ',
      ),
      ...extra,
    });
    return {
      ...installation,
      url: `http://localhost:${web.port}`,
      media,
      web,
      signaling,
      mediaOverTcp,
      impair: (line) => {
        media.set(line);
        const roundTripMs = (line.up?.delayMs ?? 0) + (line.down?.delayMs ?? 0);
        for (const proxy of [web, signaling, mediaOverTcp]) proxy.roundTripMs = roundTripMs;
      },
      blackout: (milliseconds) => {
        media.blackout(milliseconds);
        for (const proxy of [web, signaling, mediaOverTcp]) proxy.stall(milliseconds);
      },
      repair: async () => {
        media.set({});
        media.lightUp();
        mediaOverTcp.refuse();
        for (const proxy of [web, signaling, mediaOverTcp]) {
          proxy.roundTripMs = 0;
          proxy.resume();
          proxy.cut();
        }
        await Promise.all([web, signaling].map((proxy) => proxy.accept()));
      },
      stop: async () => {
        await installation.stop();
        await stopLine();
      },
    };
  } catch (error) {
    await stopLine();
    throw error;
  }
}
