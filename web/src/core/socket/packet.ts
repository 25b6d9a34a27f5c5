/** A message of Socket.IO’s: its type, the number of the question that it answers (-1 for none), and what it holds. */
export interface Packet {
  readonly type: string;
  readonly id: number;
  readonly value: unknown;
}

/** Reads `type[/namespace,][id][JSON]`. Throws a SyntaxError on what is none. */
export function readPacket(data: string): Packet {
  const [, type = '', id = '', json = ''] = /^(\d)(?:\/[^,]*,)?(\d*)(.*)$/s.exec(data) ?? [];
  return { type, id: id ? Number(id) : -1, value: json ? (JSON.parse(json) as unknown) : undefined };
}
