import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
beforeAll(async () => {
  test = await startTestApi({ API_DOCS: '' });
});
afterAll(() => test.close());

describe('the api process', () => {
  it('is alive, and ready without a media node, and reports that calls are unavailable', async () => {
    expect((await fetch(`${test.url}/healthz`)).status).toBe(200);
    const ready = await fetch(`${test.url}/readyz`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({
      status: 'ready',
      parts: { clock: true, database: true, disk: true, jobs: true, migrations: true, serving: true },
      backups: 'off',
      bus: 'available',
      calls: 'unavailable',
      files: 'postgres',
      isolated: false,
    });
  });

  it('says that backups are in trouble where they are on and no program makes them', async () => {
    const other = await startTestApi({ BACKUPS: 'on', BACKUP_STATE_DIR: '/nowhere/at/all' });
    expect(await (await fetch(`${other.url}/readyz`)).json()).toMatchObject({
      status: 'ready',
      backups: expect.stringMatching(/^(trouble|late: log; trouble)$/),
    });
    await other.close();
  });

  it('serves its OpenAPI description', async () => {
    const document = (await (await fetch(`${test.url}/api/openapi.json`)).json()) as { openapi: string };
    expect(document.openapi).toBe('3.1.0');
  });

  it('serves a page for the description, whose one inline script the content security policy allows', async () => {
    const answer = await fetch(`${test.url}/api/docs/`);
    const inline = [...(await answer.text()).matchAll(/<script type="text\/javascript">([\s\S]*?)<\/script>/g)];
    const digests = inline.map(([, script = '']) => createHash('sha256').update(script).digest('base64'));
    expect(digests).toHaveLength(1);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`script-src 'self' 'sha256-${digests[0]}';`);
    expect((await fetch(`${test.url}/api/docs/js/scalar.js`)).status).toBe(200);
  });

  it('serves no description in production unless configured', async () => {
    for (const [overrides, status] of [
      [{ NODE_ENV: 'production', API_DOCS: '' }, 404],
      [{ NODE_ENV: 'production', API_DOCS: 'true' }, 200],
      [{ API_DOCS: 'false' }, 404],
    ] as const) {
      const other = await startTestApi(overrides);
      const answers = await Promise.all(['/api/openapi.json', '/api/docs/'].map((path) => fetch(other.url + path)));
      expect(answers.map((answer) => answer.status)).toEqual([status, status]);
      await other.close();
    }
  });

  it('answers an unknown address with a problem document', async () => {
    const answer = await fetch(`${test.url}/api/nothing-here`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ code: 'resource.not-found', status: 404 });
  });
});
