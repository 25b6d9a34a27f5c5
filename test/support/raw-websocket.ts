/** Opcodes of RFC 6455 §5.2. */
const opcodes = { text: 0x1, ping: 0x9, pong: 0xa } as const;

/** Returns a masked frame of at most 125 bytes; a mask of zeros leaves the content as it is. */
export function frameOf(kind: keyof typeof opcodes, text: string): Buffer {
  const content = Buffer.from(text);
  if (content.length > 125) throw new Error('a longer frame has another head');
  return Buffer.concat([Buffer.from([0x80 | opcodes[kind], 0x80 | content.length, 0, 0, 0, 0]), content]);
}

/** Returns the request that makes a connection a WebSocket of socket.io. */
export function upgradeRequest(host: string): string {
  const key = Buffer.alloc(16).toString('base64');
  return [
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
    `Host: ${host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${key}`,
    '\r\n',
  ].join('\r\n');
}
