import type { RecordChanged } from '@yunzhen/shared/core/record-socket';
import { openLeanSocket } from '../realtime/lean-socket.ts';
import { namespace } from '../realtime/messages.ts';
import type { PagesOrder, PagesReport } from './messages.ts';

/** Opens pages and notes when each change reaches its page. */
const atOnce = 20;
const ids = new Set<string>();
const delays: [number, number][] = [];
const counted = { repeated: 0, refetches: 0, lost: 0 };

function receive(text: string): void {
  const [event, payload] = JSON.parse(text.slice(text.indexOf(',') + 1)) as [string, unknown];
  if (event === 'covered' && !(payload as { whole: boolean }).whole) counted.refetches++;
  if (event !== 'changed') return;
  const { messageId = '', at } = payload as RecordChanged;
  if (ids.has(messageId)) return void counted.repeated++;
  ids.add(messageId);
  const made = Date.parse(at);
  delays.push([made, Date.now() - made]);
}

async function open(pages: Extract<PagesOrder, { open: unknown }>['open']): Promise<void> {
  const left = [...pages];
  const next = async (): Promise<void> => {
    for (let page = left.pop(); page; page = left.pop()) {
      const { port, accessToken } = page;
      await openLeanSocket(port, namespace, { accessToken }, receive, () => counted.lost++);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}

process.on('message', (order: PagesOrder) => {
  if ('open' in order) return void open(order.open).then(() => process.send?.({ opened: order.open.length }));
  const isWhole = order.report === 'all';
  process.send?.({ ...counted, received: ids.size, delays: isWhole ? delays : [] } satisfies PagesReport);
});
process.once('disconnect', () => process.exit(0));
