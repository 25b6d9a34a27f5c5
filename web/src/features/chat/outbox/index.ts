import { codeOf } from '../../../core/i18n/index.ts';
import { sessionTokens } from '../../../core/api/index.ts';
import { later } from '../../../core/later.ts';
import { recordSocket } from '../../../core/realtime/index.ts';
import { postMessage, uploadFile } from '../actions.ts';
import { browserItems } from './browser-database.ts';
import { createOutboxes } from './outboxes.ts';

/** The tab’s outboxes. Loaded with the first page that has a chat, or from the start where messages are stored (`kept-items.ts`). */
export const outboxes = createOutboxes({
  database: browserItems,
  codeOf,
  upload: uploadFile,
  send: postMessage,
  later,
});

const now = sessionTokens.current();
if (now) void outboxes.enter(now.account.id);
sessionTokens.onGrant((grant) => void outboxes.enter(grant.account.id));
sessionTokens.onEnd((reason) => {
  if (reason === 'signed-out') void outboxes.forget();
  else outboxes.pause();
});
recordSocket.onState((state) => {
  if (state === 'connected') outboxes.wake();
});
addEventListener('online', outboxes.wake);
