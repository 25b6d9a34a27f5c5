import type { Router, RtpCapabilities } from 'mediasoup/types';
import type { PeerChannel } from './peer-channel.ts';
import { Publications, type Publication, type Publisher } from './publications.ts';
import { Subscriptions } from './subscriptions.ts';
import type { TransportPair } from './transport-pair.ts';

export interface PeerMediaOptions {
  readonly router: Router;
  readonly publisher: Publisher;
  readonly rtpCapabilities: RtpCapabilities;
  readonly mayReceive: (publication: Publication) => boolean;
  readonly send: PeerChannel['send'];
}

/** The media of a peer: two transports, and what is sent and received over them. A rebuild replaces it completely. */
export class PeerMedia {
  readonly transports: TransportPair;
  readonly publications: Publications;
  readonly subscriptions: Subscriptions;

  constructor(transports: TransportPair, options: PeerMediaOptions) {
    const { router, publisher, rtpCapabilities: capabilities, mayReceive: mayFlow, send } = options;
    this.transports = transports;
    this.publications = new Publications(publisher, transports.send);
    this.subscriptions = new Subscriptions({ router, transport: transports.receive, capabilities, mayFlow, send });
  }

  close(): void {
    this.transports.close();
  }
}
