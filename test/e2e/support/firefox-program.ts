#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { WebSocketServer } from 'ws';

/**
 * Firefox as Playwright starts it. Playwright sets media features on every page with a BiDi command that Firefox ESR does not support, and would
 * fail. This program sits between the two, answers that command and forwards everything else.
 */
const unknown = new Set(['emulation.setMediaFeaturesOverride']);
const program = process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr';
const firefox = spawn(program, process.argv.slice(2), { stdio: ['ignore', 'inherit', 'pipe'] });
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => firefox.kill(signal));
firefox.on('exit', (code) => process.exit(code ?? 1));

const announcement = /WebDriver BiDi listening on (ws:\/\/\S+)/;
createInterface({ input: firefox.stderr }).on('line', (line) => {
  const address = announcement.exec(line)?.[1];
  if (!address) return void process.stderr.write(`${line}\n`);
  const relay = new WebSocketServer({ host: '127.0.0.1', port: 0 }, () => {
    const { port } = relay.address() as { port: number };
    process.stderr.write(`WebDriver BiDi listening on ws://127.0.0.1:${port}\n`);
  });
  relay.on('connection', (page, request) => {
    const browser = new WebSocket(address + (request.url ?? ''));
    const waiting: string[] = [];
    page.on('message', (data: Buffer) => {
      const message = data.toString();
      const { id, method } = JSON.parse(message) as { id: number; method: string };
      if (unknown.has(method)) page.send(JSON.stringify({ type: 'success', id, result: {} }));
      else if (browser.readyState === WebSocket.OPEN) browser.send(message);
      else waiting.push(message);
    });
    page.on('close', () => browser.close());
    browser.addEventListener('open', () => waiting.forEach((message) => browser.send(message)));
    browser.addEventListener('message', ({ data }) => page.send(String(data)));
    browser.addEventListener('close', () => page.close());
  });
});
