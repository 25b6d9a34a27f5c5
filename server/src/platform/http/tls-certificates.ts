import { connect } from 'node:tls';

export interface TlsCertificate {
  /** Name, with the port unless it is 443. */
  host: string;
  startsAt: Date | null;
  endsAt: Date | null;
  /** A code of the network or TLS; null when the certificate was read. */
  failure: string | null;
}

const answerMs = 1_500;

/** Reads when the certificates of the https addresses end, once for each host. Reads expired ones and those of an own authority too. */
export function readTlsCertificates(addresses: readonly string[]): Promise<TlsCertificate[]> {
  const urls = addresses.filter((address) => URL.canParse(address)).map((address) => new URL(address));
  const hosts = new Map(urls.filter(({ protocol }) => /^(https|wss):$/.test(protocol)).map((url) => [url.host, url]));
  return Promise.all([...hosts].map(([host, url]) => readTlsCertificate(host, url)));
}

function readTlsCertificate(host: string, url: URL): Promise<TlsCertificate> {
  return new Promise((resolve) => {
    const name = url.hostname.replace(/^\[|\]$/g, '');
    const socket = connect({
      host: name,
      port: Number(url.port || 443),
      ...(/^[\d.]+$|:/.test(name) ? {} : { servername: name }),
      // Only the date is read, and nothing is sent.
      rejectUnauthorized: false,
      timeout: answerMs,
    });
    const end = (times: Pick<TlsCertificate, 'startsAt' | 'endsAt'>, failure: string | null) => {
      socket.destroy();
      resolve({ host, ...times, failure });
    };
    const fail = (failure: string) => end({ startsAt: null, endsAt: null }, failure);
    socket.once('secureConnect', () => {
      const { valid_from: from, valid_to: to } = socket.getPeerCertificate();
      const [startsAt, endsAt] = [new Date(from), new Date(to)];
      if (Number.isNaN(startsAt.getTime()) || Number.isNaN(endsAt.getTime())) fail('no-certificate');
      else end({ startsAt, endsAt }, null);
    });
    socket.once('timeout', () => fail('timeout'));
    socket.once('error', (error: NodeJS.ErrnoException) => fail(error.code ?? 'failed'));
  });
}
