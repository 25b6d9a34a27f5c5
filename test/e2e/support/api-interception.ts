import type { Page } from '@playwright/test';

/** A request of a page to the api, or its response, that waits until the test decides. */
export interface Paused {
  readonly url: string;
  readonly method: string;
  /** Lets it pass unchanged. */
  pass(): Promise<unknown>;
  /** Breaks it like a lost connection. */
  fail(): Promise<unknown>;
  answer(status: number, contentType: string, body: string): Promise<unknown>;
}

/**
 * Stops this page's requests to the api, or the responses, until `decide` lets each pass. `page.route` would also stop every file of the page and
 * switch its cache off: opening a page would cost a third more CPU.
 */
export async function interceptApi(
  page: Page,
  at: 'Request' | 'Response',
  decide: (paused: Paused) => unknown,
): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  // A page that was left before needs no answer.
  const gone = () => undefined;
  devtools.on('Fetch.requestPaused', ({ requestId, request: { url, method } }) => {
    void decide({
      url,
      method,
      pass: () => devtools.send('Fetch.continueRequest', { requestId }).catch(gone),
      fail: () => devtools.send('Fetch.failRequest', { requestId, errorReason: 'Failed' }).catch(gone),
      answer: (responseCode, contentType, body) =>
        devtools
          .send('Fetch.fulfillRequest', {
            requestId,
            responseCode,
            responseHeaders: [{ name: 'content-type', value: contentType }],
            body: Buffer.from(body).toString('base64'),
          })
          .catch(gone),
    });
  });
  await devtools.send('Fetch.enable', { patterns: [{ urlPattern: '*/api/*', requestStage: at }] });
}
