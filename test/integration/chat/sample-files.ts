import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** EXIF data in a picture that was not stripped: latitude 30°44′ north and the device. */
export const placeTaken = { north: '30/1 44/1 30/1', maker: 'Tell-tale Phone' };

/** Returns a picture as a phone takes it: rotated, with location, device and a comment in its EXIF. */
export function photo({ width = 60, height = 40 } = {}): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#2a8f7f' } })
    .jpeg()
    .withExif({
      IFD0: { Make: placeTaken.maker },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: placeTaken.north,
        GPSLongitudeRef: 'E',
        GPSLongitude: '120/1 29/1 0/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

export function drawing(format: 'png' | 'webp', { width = 50, height = 30 } = {}): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 4, background: '#fff' } })
    .toFormat(format)
    .toBuffer();
}

/** Returns a PNG of 80 bytes that declares 40 000 × 40 000 pixels. */
export function pictureBomb(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(40_000, 0);
  header.writeUInt32BE(40_000, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(64))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  frame.set(body, 4);
  frame.writeUInt32BE(crc(body), body.length + 4);
  return frame;
}

/** Returns the CRC-32 of ISO 3309, as PNG requires. */
function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

/** Returns a PDF with one empty page, further objects and data after the end. */
export function pdf({ objects = [] as (string | Buffer)[], catalog = '', trailer = '', after = '' } = {}): Buffer {
  const parts: (string | Buffer)[] = [
    '%PDF-1.7\n',
    `1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalog} >>\nendobj\n`,
    '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n',
    '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>\nendobj\n',
    ...objects,
    `trailer\n<< /Root 1 0 R /Size 9 ${trailer} >>\nstartxref\n0\n%%EOF\n`,
    after,
  ];
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
}

/** Returns an object stream (ISO 32000-2, 7.5.7) that contains this text. */
export function objectStream(
  content: string | Buffer,
  dictionary = '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode',
) {
  const packed = deflateSync(Buffer.from(content));
  return Buffer.concat([
    Buffer.from(`7 0 obj\n<< ${dictionary} /Length ${packed.length} >>\nstream\n`),
    packed,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
}
