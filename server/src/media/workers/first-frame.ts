const lengthBytes = 2;
const headerBytes = 20;
const magicCookie = 0x2112a442;
const bindingRequest = 0x0001;
const usernameAttribute = 0x0006;
/** Longer than any browser's binding request; a longer frame is foreign. */
const longestFrame = 1_000;

export type FirstFrame = { readonly kind: 'incomplete' | 'foreign' } | { readonly kind: 'binding'; ufrag: string };

/**
 * Classifies the first bytes of an ICE-TCP connection. A framed (RFC 4571) STUN binding request (RFC 8489 §5) names the local ICE agent in its
 * USERNAME (RFC 8445 §7.2.2). Anything else is `foreign`.
 */
export function readFirstFrame(bytes: Buffer): FirstFrame {
  if (bytes.length < lengthBytes) return { kind: 'incomplete' };
  const length = bytes.readUInt16BE(0);
  if (length < headerBytes || length > longestFrame) return { kind: 'foreign' };
  const message = bytes.subarray(lengthBytes, lengthBytes + length);
  if (message.length >= 8 && !isBindingRequest(message, length)) return { kind: 'foreign' };
  if (message.length < length) return { kind: 'incomplete' };
  const ufrag = usernameOf(message)?.split(':')[0];
  return ufrag ? { kind: 'binding', ufrag } : { kind: 'foreign' };
}

function isBindingRequest(message: Buffer, length: number): boolean {
  return (
    message.readUInt16BE(0) === bindingRequest &&
    message.readUInt16BE(2) === length - headerBytes &&
    message.readUInt32BE(4) === magicCookie
  );
}

function usernameOf(message: Buffer): string | undefined {
  for (let at = headerBytes; at + 4 <= message.length;) {
    const length = message.readUInt16BE(at + 2);
    if (message.readUInt16BE(at) === usernameAttribute) return message.toString('latin1', at + 4, at + 4 + length);
    at += 4 + Math.ceil(length / 4) * 4;
  }
  return undefined;
}
