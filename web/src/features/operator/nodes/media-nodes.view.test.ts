// @vitest-environment happy-dom
import { createPinia } from 'pinia';
import { PiniaColada } from '@pinia/colada';
import { createApp, h } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OperatedNode } from '@yunzhen/shared/operator/operator.contract';
import { appTexts } from '../../../app/texts/texts.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import MediaNodesView from './media-nodes.view.vue';
import { sampleNode } from './sample-node.ts';

const at = '2026-11-30T09:00:00.000Z';
const node = (id: string, change: Partial<OperatedNode> = {}): OperatedNode => ({ ...sampleNode, id, ...change });
const problem = (status: number, code: string) =>
  new Response(JSON.stringify({ type: 'about:blank', title: 'no', status, code }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });

let nodes: OperatedNode[] | null;
let sent: { path: string; body: unknown }[];
/** The answer to a command. */
let answer: () => Response;
const end: (() => void)[] = [];

beforeAll(async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['operator']);
}, 60_000);
beforeEach(() => {
  [nodes, sent] = [[], []];
  answer = () => Response.json(node('node-1', { drainedSince: at }));
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
    const path = new URL(address, 'http://here').pathname;
    if (path.endsWith('/session'))
      return Response.json({ id: '0199f1de-7c0a-7d55-a4a5-2f7b9a0d6e11', email: 'o@x.test', name: 'Wu Lan' });
    if (path.endsWith('/media-nodes')) return nodes ? Response.json({ items: nodes }) : problem(500, 'internal');
    sent.push({ path, body: init.body ? JSON.parse(String(init.body)) : null });
    return answer();
  });
});
afterEach(() => {
  end.splice(0).forEach((each) => each());
  vi.unstubAllGlobals();
});

function shown(): HTMLElement {
  const root = document.body.appendChild(document.createElement('div'));
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:p(.*)*', component: {} }] });
  const app = createApp(() => h(MediaNodesView));
  app.use(createPinia()).use(PiniaColada).use(router).mount(root);
  end.push(() => {
    app.unmount();
    root.remove();
  });
  return root;
}
const text = () => (document.body.textContent ?? '').replaceAll(/\s+/g, ' ');
const button = async (name: string) => {
  const find = () =>
    [...document.querySelectorAll<HTMLElement>('button')].find(
      (one) => (one.getAttribute('aria-label') ?? one.textContent?.trim()) === name,
    );
  await expect.poll(find).toBeTruthy();
  return find() as HTMLElement;
};
async function enterCode(code: string): Promise<void> {
  await expect.poll(() => document.querySelector('input')).toBeTruthy();
  const input = document.querySelector('input') as HTMLInputElement;
  input.value = code;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  document.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
}

describe('the page of media nodes', () => {
  it('says that there is none, or that they could not be read', async () => {
    shown();
    await expect.poll(text).toContain('Calls are not available until a media node is started.');
    end.splice(0).forEach((each) => each());
    nodes = null;
    shown();
    expect(await button('Try again')).toBeTruthy();
  });

  it('says how many calls a drained node has left, why they stay, and when it may be stopped', async () => {
    const drained = { drainedSince: at, freeVisits: 0 };
    nodes = [
      node('node-1', drained),
      node('node-2', { ...drained, rooms: 0 }),
      node('node-3', { ...drained, rooms: 1, movesCalls: false }),
      node('node-4'),
    ];
    const root = shown();
    await expect.poll(text).toContain('node-4');
    const rows = [...root.querySelectorAll('tbody tr')].map((row) => (row.textContent ?? '').replaceAll(/\s+/g, ' '));
    expect(rows[0]).toContain('2 calls left');
    expect(rows[1]).toContain('No calls left. You can stop it.');
    expect(rows[2]).toContain('This release does not move its calls');
    expect(await button('Cancel draining node-1')).toBeTruthy();
    expect(await button('Return to service node-2')).toBeTruthy();
    expect(await button('Drain node-4')).toBeTruthy();
  });

  it('sends the code, and that the operator accepts the loss only after the warning about the last node', async () => {
    nodes = [node('node-1'), node('node-2')];
    shown();
    (await button('Drain node-1')).click();
    await expect.poll(text).toContain('Its 2 calls move to other nodes one after the other');
    expect(text()).not.toContain('No other node accepts calls');
    // The other node has ended since.
    answer = () => problem(409, 'resource.conflict');
    await enterCode('123456');
    await expect.poll(text).toContain('New calls are refused until another node accepts calls');
    expect(sent).toEqual([{ path: '/api/operator/media-nodes/node-1/drain', body: { code: '123456', last: false } }]);
    answer = () => Response.json(node('node-1', { drainedSince: at }));
    (await button('Drain anyway')).click();
    document.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await expect.poll(() => sent.at(-1)?.body).toEqual({ code: '123456', last: true });
    await expect.poll(() => document.querySelector('form')).toBeNull();
  });

  it('warns at once when only one node accepts calls', async () => {
    nodes = [node('node-1'), node('node-2', { alive: false })];
    shown();
    (await button('Drain node-1')).click();
    await expect.poll(text).toContain('Running calls stay on node-1 until they end.');
  });

  it('returns a node to service without a code', async () => {
    nodes = [node('node-1', { drainedSince: at })];
    answer = () => Response.json(node('node-1'));
    shown();
    (await button('Cancel draining node-1')).click();
    await expect.poll(() => sent).toEqual([{ path: '/api/operator/media-nodes/node-1/release', body: null }]);
  });
});
