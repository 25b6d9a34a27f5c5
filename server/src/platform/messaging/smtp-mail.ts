import { MessageRefused, type MessageChannel } from './message.ts';

const patience = 30_000;

/**
 * Sends mail over SMTP (nodemailer). SMTP cannot tell whether a message was accepted before the connection broke, so delivery is at least once; the
 * Message-ID stays the same, by which mail systems detect repeats.
 */
export function createSmtpMail(options: { url: string; from: string }): MessageChannel & { close(): void } {
  // Loaded only where a mail server is configured.
  const transport = import('nodemailer').then((nodemailer) => nodemailer.createTransport(options.url));
  const host = options.from.split('@')[1]?.replace(/[>\s]/g, '') ?? 'localhost';
  return {
    async send({ id, address, sender, subject, text, attachment }) {
      const sent = (await transport).sendMail({
        messageId: `<${id}@${host}>`,
        from: { name: `${sender.zh} ${sender.en}`, address: bareAddress(options.from) },
        to: [{ name: '', address }],
        subject,
        text,
        attachments: attachment
          ? [{ filename: attachment.name, contentType: attachment.mediaType, content: Buffer.from(attachment.bytes) }]
          : [],
        // RFC 3834: prevents out-of-office replies.
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableUrlAccess: true,
        disableFileAccess: true,
      });
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_done, failed) => {
        timer = setTimeout(() => failed(new Error('SMTP timed out')), patience);
      });
      try {
        await Promise.race([sent, late]);
      } catch (error) {
        const { responseCode } = error as { responseCode?: number };
        if (responseCode && responseCode >= 500) throw new MessageRefused(`SMTP ${responseCode}`);
        // The library’s text may quote the address.
        throw new Error(`SMTP ${responseCode ?? (error as { code?: string }).code ?? 'failed'}`, { cause: undefined });
      } finally {
        clearTimeout(timer);
        sent.catch(() => undefined);
      }
    },
    close: () => void transport.then((opened) => opened.close()),
  };
}

function bareAddress(from: string): string {
  return /<([^>]+)>/.exec(from)?.[1] ?? from.trim();
}
