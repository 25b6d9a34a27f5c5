import { connect } from 'node:tls';

export interface TlsCertificate {
  /** Name, with the port unless it is 443. */
  host: string;
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
    const end = (endsAt: Date | null, failure: string | null) => {
      socket.destroy();
      resolve({ host, endsAt, failure });
    };
    socket.once('secureConnect', () => {
      const ends = new Date(socket.getPeerCertificate().valid_to);
      if (Number.isNaN(ends.getTime())) end(null, 'no-certificate');
      else end(ends, null);
    });
    socket.once('timeout', () => end(null, 'timeout'));
    socket.once('error', (error: NodeJS.ErrnoException) => end(null, error.code ?? 'failed'));
  });
}
