import { MessageRefused, type MessageChannel } from './message.ts';

const patience = 20_000;

/**
 * Sends text messages through a gateway of the hospital’s choice, or a small bridge to one.
 *
 * Contract of the gateway: `POST` of `{ "id", "to", "text" }` as JSON with `Authorization: Bearer <token>`. `to` is E.164; `Idempotency-Key` repeats
 * `id`, and a repeated id is answered as before and not sent again. 2xx: accepted. 400, 404, 410, 422: rejected for good (`MessageRefused`). Anything
 * else, including 401 and 429, is retried later.
 */
export function createHttpSms(options: { url: string; token: string }): MessageChannel {
  return {
    async send({ id, address, text }) {
      const answer = await fetch(options.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${options.token}`,
          'idempotency-key': id,
        },
        body: JSON.stringify({ id, to: address, text }),
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
      });
      await answer.body?.cancel();
      if ([400, 404, 410, 422].includes(answer.status))
        throw new MessageRefused(`SMS gateway answered with status ${answer.status}`);
      if (!answer.ok) throw new Error(`SMS gateway answered with status ${answer.status}`);
    },
  };
}
