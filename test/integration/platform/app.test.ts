import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
beforeAll(async () => {
  test = await startTestApi();
});
afterAll(() => test.close());

describe('the api process', () => {
  it('is alive, and says what is missing before it is ready', async () => {
    expect((await fetch(`${test.url}/healthz`)).status).toBe(200);
    const ready = await fetch(`${test.url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ status: 'not ready', parts: { database: true, mediaNode: false } });
  });

  it('describes itself', async () => {
    const document = (await (await fetch(`${test.url}/api/openapi.json`)).json()) as { openapi: string };
    expect(document.openapi).toBe('3.1.0');
  });

  it('answers an unknown address with a problem document', async () => {
    const answer = await fetch(`${test.url}/api/nothing-here`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ code: 'resource.not-found', status: 404 });
  });
});
