/** Position and coverage of a PDF’s only signature. */
export interface SignedRange {
  /** The two spans around the signature, which together are the signed content. */
  readonly before: Buffer;
  readonly after: Buffer;
  /** The DER from /Contents, without its padding. */
  readonly cms: Buffer;
  /** The claimed signing time, from /M. */
  readonly signedAt: Date;
}

export type AlteredReason =
  | 'appended-bytes'
  | 'incremental-update'
  | 'truncated'
  | 'several-signatures'
  | 'bytes-outside-signature';
export type MalformedRangeReason = 'not-a-pdf' | 'byte-range' | 'signature-dictionary';

export type RangeReading =
  | { readonly outcome: 'found'; readonly range: SignedRange }
  | { readonly outcome: 'unsigned'; readonly reason: 'no-signature' }
  | { readonly outcome: 'altered'; readonly reason: AlteredReason }
  | { readonly outcome: 'malformed'; readonly reason: MalformedRangeReason };

/** Matches `[0 a b c]`: anchored and short, with every quantifier bounded. */
const BYTE_RANGE =
  /^\/ByteRange[ \t\r\n]{0,8}\[[ ]{0,4}0[ ]{1,4}(\d{1,10})[ ]{1,4}(\d{1,10})[ ]{1,4}(\d{1,10})[ ]{0,4}\]/;
const BYTE_RANGE_WINDOW = 128;
const MODIFIED = /\/M[ \t\r\n]{0,8}\(D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z\)/;
const DICTIONARY_LIMIT = 8192;

/**
 * Finds the signature of a PDF without parsing the file, which would enlarge the attack surface. A file is genuine only if one signature covers every
 * byte except its own hexadecimal digits, so nothing else needs parsing.
 */
export function readSignedRange(pdf: Buffer): RangeReading {
  if (!pdf.subarray(0, 5).equals(Buffer.from('%PDF-'))) return { outcome: 'malformed', reason: 'not-a-pdf' };
  const at = pdf.indexOf('/ByteRange');
  if (at < 0) return { outcome: 'unsigned', reason: 'no-signature' };
  if (pdf.indexOf('/ByteRange', at + 1) >= 0) return { outcome: 'altered', reason: 'several-signatures' };

  const match = BYTE_RANGE.exec(pdf.toString('latin1', at, at + BYTE_RANGE_WINDOW));
  if (!match) return { outcome: 'malformed', reason: 'byte-range' };
  const [holeStart, holeEnd, tail] = [Number(match[1]), Number(match[2]), Number(match[3])] as const;
  const end = holeEnd + tail;
  if (end > pdf.length) return { outcome: 'altered', reason: 'truncated' };
  if (end < pdf.length) return { outcome: 'altered', reason: nameAppended(pdf.subarray(end)) };
  if (holeEnd <= holeStart) return { outcome: 'malformed', reason: 'byte-range' };

  const cms = readHole(pdf.subarray(holeStart, holeEnd));
  if (!cms) return { outcome: 'altered', reason: 'bytes-outside-signature' };
  const signedAt = readDictionary(pdf, at, holeStart, holeEnd);
  if (!signedAt) return { outcome: 'malformed', reason: 'signature-dictionary' };
  return {
    outcome: 'found',
    range: { before: pdf.subarray(0, holeStart), after: pdf.subarray(holeEnd), cms, signedAt },
  };
}

function nameAppended(appended: Buffer): AlteredReason {
  return appended.includes('startxref') || appended.includes(' obj') ? 'incremental-update' : 'appended-bytes';
}

/** Reads /Contents: `<`, hexadecimal digits, `>`, with one DER element and zeros. Anything else there would be content that no signature covers. */
function readHole(hole: Buffer): Buffer | undefined {
  if (hole[0] !== 0x3c || hole[hole.length - 1] !== 0x3e || hole.length % 2 !== 0) return undefined;
  const digits = hole.toString('latin1', 1, hole.length - 1);
  const bytes = Buffer.from(digits, 'hex');
  // Node stops decoding at the first non-digit.
  if (bytes.length * 2 !== digits.length) return undefined;
  const length = derLength(bytes);
  if (length === undefined || length > bytes.length) return undefined;
  return bytes.subarray(length).every((byte) => byte === 0) ? bytes.subarray(0, length) : undefined;
}

/** Returns the total length of the SEQUENCE at the start of `bytes`: definite, in the shortest form, at most 64 KiB. */
function derLength(bytes: Buffer): number | undefined {
  if (bytes.length < 4 || bytes[0] !== 0x30) return undefined;
  const first = bytes.readUInt8(1);
  if (first < 0x80) return 2 + first;
  if (first === 0x81) return bytes.readUInt8(2) < 0x80 ? undefined : 3 + bytes.readUInt8(2);
  if (first === 0x82) return bytes.readUInt16BE(2) < 0x100 ? undefined : 4 + bytes.readUInt16BE(2);
  return undefined;
}

/** Checks that ByteRange, /Contents and time are in one indirect object, and that the gap in the range is its /Contents. */
function readDictionary(pdf: Buffer, byteRangeAt: number, holeStart: number, holeEnd: number): Date | undefined {
  const start = pdf.lastIndexOf(' obj', byteRangeAt);
  const end = pdf.indexOf('endobj', holeEnd);
  const short = holeStart - start <= DICTIONARY_LIMIT && end - holeEnd <= DICTIONARY_LIMIT;
  if (start < 0 || end < 0 || byteRangeAt > holeStart || !short) return undefined;
  const head = pdf.toString('latin1', start, holeStart);
  const tail = pdf.toString('latin1', holeEnd, end);
  if (!head.trimEnd().endsWith('/Contents') || head.includes('endobj')) return undefined;
  if (!head.includes('/SubFilter /ETSI.CAdES.detached')) return undefined;
  const time = MODIFIED.exec(tail) ?? MODIFIED.exec(head);
  return time ? readTime(time) : undefined;
}

function readTime([, year, month, day, hour, minute, second]: RegExpExecArray): Date | undefined {
  const text = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  const time = new Date(text);
  return !Number.isNaN(time.getTime()) && time.toISOString() === text ? time : undefined;
}
