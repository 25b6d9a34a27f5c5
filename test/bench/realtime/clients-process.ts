import { openLeanSocket } from './lean-socket.ts';
import { namespace, type ClientOrder } from './messages.ts';

/** Opens pages and counts the messages that they receive. */
const atOnce = 50;
let received = 0;
let expected = Number.POSITIVE_INFINITY;

const tell = () => {
  if (received < expected) return;
  process.send?.({ received });
  received = 0;
  expected = Number.POSITIVE_INFINITY;
};

process.on('message', (order: ClientOrder) => {
  if ('expect' in order) {
    expected = order.expect;
    tell();
  } else void open(order.open);
});
process.once('disconnect', () => process.exit(0));

async function open({ port, pages }: Extract<ClientOrder, { open: unknown }>['open']): Promise<void> {
  const left = [...pages];
  const next = async (): Promise<void> => {
    for (let page = left.pop(); page; page = left.pop()) {
      const auth = page.accessToken ? { accessToken: page.accessToken } : { accountId: page.accountId };
      await openLeanSocket(port, namespace, auth, () => {
        received++;
        tell();
      });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, next));
  // Messages received while other pages were connecting are not counted.
  received = 0;
  process.send?.({ opened: pages.length });
}
