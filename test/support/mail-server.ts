import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  to: string;
  /** The message as received. */
  raw: string;
  subject: string;
  text: string;
  messageId: string;
}

/** A real SMTP server that stores the messages it receives. */
export class MailServer {
  readonly received: ReceivedMail[] = [];
  /** SMTP responses with which the next messages are rejected, for example 451 or 550. */
  readonly refusals: number[] = [];
  readonly #server: SMTPServer;
  #waiting: (() => void)[] = [];

  private constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const code = this.refusals.shift();
          if (code) return done(Object.assign(new Error('refused'), { responseCode: code }));
          const to = session.envelope.rcptTo.map(({ address }) => address).join(', ');
          this.received.push({ to, ...read(Buffer.concat(chunks).toString()) });
          done();
          const waiting = this.#waiting;
          this.#waiting = [];
          for (const wake of waiting) wake();
        });
      },
    });
  }

  static async start(): Promise<MailServer> {
    const mail = new MailServer();
    const listening = mail.#server.listen(0, '127.0.0.1');
    if (!listening.listening) await once(listening, 'listening');
    return mail;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
  }

  /** Returns the newest mail to the address, now or once it arrives; the first `after` mails do not count. */
  async next(to: string, after = 0): Promise<ReceivedMail> {
    for (;;) {
      const found = this.received.filter((mail) => mail.to === to).slice(after);
      const [first] = found;
      if (first) return first;
      await new Promise<void>((wake) => this.#waiting.push(wake));
    }
  }

  count(to: string): number {
    return this.received.filter((mail) => mail.to === to).length;
  }

  close(): Promise<void> {
    return new Promise((done) => this.#server.close(done));
  }
}

/** Parses the mail of our own sender: one text part, RFC 2047 encoded words, quoted-printable or base64 bodies. */
function read(raw: string): Omit<ReceivedMail, 'to'> {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const headers = new Map(
    head
      .replaceAll(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const encoding = headers.get('content-transfer-encoding') ?? '7bit';
  return {
    raw,
    subject: words(headers.get('subject') ?? ''),
    messageId: headers.get('message-id') ?? '',
    text: decode(encoding, body.join('\r\n\r\n')).replaceAll('\r\n', '\n').trimEnd(),
  };
}

function words(value: string): string {
  return value
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString()
        : decode('quoted-printable', text.replaceAll('_', ' ')),
    );
}

function decode(encoding: string, text: string): string {
  if (encoding === 'base64') return Buffer.from(text, 'base64').toString();
  if (encoding !== 'quoted-printable') return text;
  const bytes = text
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
