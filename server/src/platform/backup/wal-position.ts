/** Positions in the write-ahead log, in Postgres’s notation (`access/xlog_internal.h`). */

/** Parses `0/3000028`: two hexadecimal halves of 32 bits. */
export function readLsn(text: string): bigint {
  const [high = '', low = ''] = text.split('/');
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
}

export function writeLsn(lsn: bigint): string {
  return `${(lsn >> 32n).toString(16).toUpperCase()}/${(lsn & 0xffffffffn).toString(16).toUpperCase()}`;
}

/** Returns the start of the segment that contains this position. */
export function segmentStart(lsn: bigint, segmentBytes: number): bigint {
  return lsn - (lsn % BigInt(segmentBytes));
}

/** Returns the file name of the segment that contains this position: timeline, then number, 24 hexadecimal digits. */
export function segmentName(timeline: number, lsn: bigint, segmentBytes: number): string {
  const perId = 0x100000000n / BigInt(segmentBytes);
  const number = lsn / BigInt(segmentBytes);
  return [BigInt(timeline), number / perId, number % perId].map(hex8).join('');
}

/** Returns the next segment’s name. */
export function nextSegment(name: string, segmentBytes: number): string {
  const [timeline, high, low] = [0, 8, 16].map((at) => BigInt(`0x${name.slice(at, at + 8)}`)) as [
    bigint,
    bigint,
    bigint,
  ];
  const perId = 0x100000000n / BigInt(segmentBytes);
  return segmentName(Number(timeline), (high * perId + low + 1n) * BigInt(segmentBytes), segmentBytes);
}

const hex8 = (value: bigint) => value.toString(16).toUpperCase().padStart(8, '0');
