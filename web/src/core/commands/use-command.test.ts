// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPinia, type Pinia } from 'pinia';
import { PiniaColada, useQuery, useQueryCache } from '@pinia/colada';
import { createApp } from 'vue';
import { askForCode } from '@yunzhen/shared/accounts/one-time-codes.contract';
import type { AnyRoute } from '@yunzhen/shared/core/route';
import { DeadlineError } from '../api/index.ts';
import { askForConfirmationBy } from './confirmation.ts';
import { useCommand, type CommandOptions } from './use-command.ts';

const given = vi.hoisted(() => {
  const yunzhenTimeouts = { 'api.retry': 0, 'api.deadline': 20_000 };
  Object.assign(globalThis, { yunzhenTimeouts });
  return yunzhenTimeouts;
});

const input = { body: { hospital: 'wuzhen', purpose: 'sign-in', email: 'li@example.org', locale: 'en' } } as const;
const other = { body: { ...input.body, email: 'wang@example.org' } } as const;

const at = '2026-11-28T10:00:00.000Z';
const answered = () => Response.json({ codeId: '0193b5a0-0000-7000-8000-000000000001', expiresAt: at, nextAt: at });
const refused = (code = 'resource.conflict') =>
  new Response(JSON.stringify({ type: 'about:blank', title: 'no', status: 409, code }), {
    status: 409,
    headers: { 'content-type': 'application/problem+json' },
  });
const lost = () => Promise.reject(new TypeError('Failed to fetch'));

let keys: (string | null)[];
const unconfirmed = () => refused('auth.second-factor-required');

let answers: (() => Response | Promise<Response>)[];
let read: number;
let pinia: Pinia;

beforeEach(() => {
  [keys, answers, read, pinia] = [[], [], 0, createPinia()];
  vi.stubGlobal('fetch', async (_address: string, init: RequestInit) => {
    keys.push(new Headers(init.headers).get('idempotency-key'));
    return (answers.shift() ?? answered)();
  });
});
afterEach(() => vi.unstubAllGlobals());

/** Mounts the command as a page uses it, beside a query that it changes. */
function command<R extends AnyRoute = typeof askForCode>(
  hooks: CommandOptions<R> = {},
  route = askForCode as unknown as R,
) {
  const made: ReturnType<typeof useCommand<R>>[] = [];
  const app = createApp({
    setup() {
      useQuery({ key: ['thing'], query: () => Promise.resolve(++read) });
      made.push(useCommand(route, { changes: [['thing']], ...hooks }));
      return () => null;
    },
  });
  app.use(pinia).use(PiniaColada).mount(document.createElement('div'));
  const [first] = made;
  if (!first) throw new Error('the page has not been mounted');
  return first;
}

describe('useCommand', () => {
  it('sends the same idempotency key after a lost answer, also from a reopened page', async () => {
    answers = [lost, lost, lost, lost];
    await expect(command().mutateAsync(input)).rejects.toThrow();
    await command().mutateAsync(input);
    expect(keys).toHaveLength(5);
    expect(new Set(keys).size).toBe(1);
  });

  it('sends the same idempotency key after a timeout', async () => {
    const { mutateAsync } = command();
    answers = [() => new Promise<Response>(() => undefined)];
    given['api.deadline'] = 1;
    await expect(mutateAsync(input)).rejects.toBeInstanceOf(DeadlineError);
    given['api.deadline'] = 20_000;
    await mutateAsync(input);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  it('sends a new idempotency key after a rejection, after success, and for other input', async () => {
    answers = [refused];
    const { mutateAsync } = command();
    await expect(mutateAsync(input)).rejects.toThrow();
    await mutateAsync(input);
    await mutateAsync(input);
    await mutateAsync(other);
    expect(new Set(keys).size).toBe(4);
  });

  it('discards the key of a lost command when another one that changes the same entity is answered', async () => {
    answers = [lost, lost, lost, lost];
    const { mutateAsync } = command();
    await expect(mutateAsync(input)).rejects.toThrow();
    await mutateAsync(other);
    await mutateAsync(input);
    expect(keys.at(-1)).not.toBe(keys[0]);
  });

  it('sends one request for a double click', async () => {
    const { mutateAsync } = command();
    await Promise.all([mutateAsync(input), mutateAsync(input)]);
    expect(keys).toHaveLength(1);
  });

  it('refetches the changed queries after success and after a rejection', async () => {
    const seen: number[] = [];
    const { mutateAsync } = command({ onSuccess: () => void seen.push(read), onError: () => void seen.push(read) });
    await mutateAsync(input);
    answers = [refused];
    await expect(mutateAsync(input)).rejects.toThrow();
    expect(seen).toEqual([2, 3]);
  });

  it('passes the answer to the page before the changed queries are refetched', async () => {
    const seen: number[] = [];
    const { mutateAsync } = command({ onAnswer: () => void seen.push(read), onSuccess: () => void seen.push(read) });
    await mutateAsync(input);
    expect(seen).toEqual([1, 2]);
  });

  it('updates a query from the answer without refetching it', async () => {
    const shown: unknown[] = [];
    const { mutateAsync } = command({
      changes: [],
      shows: ({ codeId }) => [['thing'], codeId],
      onSuccess: () => void shown.push(useQueryCache(pinia).getQueryData(['thing'])),
    });
    await mutateAsync(input);
    expect(shown).toEqual([(await answered().json()).codeId]);
    expect(read).toBe(1);
  });

  describe('useCommand on a route that requires a recent second factor', () => {
    const weighty = { ...askForCode, confirmation: 'recent' } as const;

    it('asks once and sends the same request with the same key', async () => {
      const ask = vi.fn(() => Promise.resolve(true));
      askForConfirmationBy(ask);
      answers = [unconfirmed];
      await command({}, weighty).mutateAsync(input);
      expect(ask).toHaveBeenCalledOnce();
      expect(keys).toHaveLength(2);
      expect(new Set(keys).size).toBe(1);
    });

    it('keeps the rejection when the user gives no second factor', async () => {
      askForConfirmationBy(() => Promise.resolve(false));
      answers = [unconfirmed];
      await expect(command({}, weighty).mutateAsync(input)).rejects.toMatchObject({
        code: 'auth.second-factor-required',
      });
      expect(keys).toHaveLength(1);
    });

    it('does not ask on a route that does not declare it', async () => {
      const ask = vi.fn(() => Promise.resolve(true));
      askForConfirmationBy(ask);
      answers = [unconfirmed];
      await expect(command().mutateAsync(input)).rejects.toThrow();
      expect(ask).not.toHaveBeenCalled();
    });
  });

  it('stores an error for the page when no caller awaits the command', async () => {
    answers = [refused];
    const { mutate, error } = command();
    await mutate(input);
    expect(error.value).toMatchObject({ code: 'resource.conflict' });
  });
});
