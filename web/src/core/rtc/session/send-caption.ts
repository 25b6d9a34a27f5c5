import type { Caption, CaptionAnswer } from '@yunzhen/shared/calls/call.contract';
import type { RtcSession } from './rtc-session.ts';

/**
 * Sends a caption over the session that carries the call, unless the call is encrypted end to end: the node could read it. Resolves with how many
 * received it; undefined when it was not sent.
 */
export async function sendCaption(
  session: Pick<RtcSession, 'signaling' | 'ticket'> | undefined,
  caption: Caption,
): Promise<CaptionAnswer | undefined> {
  const { signaling, ticket } = session ?? {};
  if (!signaling?.up || ticket?.endToEndEncrypted) return undefined;
  return signaling.request('send-caption', caption).catch(() => undefined);
}
