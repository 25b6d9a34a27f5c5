import { deflateSync } from 'node:zlib';

type Part = string | Buffer;

/** Writes a PDF of one page, 200 points wide and high. `objects` are numbered from 4; the first one is the content. */
function pageOf(resources: string, ...objects: Part[][]): Buffer {
  const all = [
    ['<< /Type /Catalog /Pages 2 0 R >>'],
    ['<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << ${resources} >> >>`],
    ...objects,
  ];
  const written: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const places: number[] = [];
  const length = () => written.reduce((sum, { length: bytes }) => sum + bytes, 0);
  for (const [at, parts] of all.entries()) {
    places.push(length());
    const bytes = [`${at + 1} 0 obj\n`, ...parts, '\nendobj\n'];
    written.push(...bytes.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
  }
  const start = length();
  const lines = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = all.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${lines}trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.concat([...written, Buffer.from(end)]);
}

const stream = (entries: string, bytes: Buffer): Part[] => [
  `<< ${entries} /Length ${bytes.length} >>\nstream\n`,
  bytes,
  '\nendstream',
];

/** A picture that covers the page. */
const pictureOf = (entries: string, bytes: Buffer): Buffer =>
  pageOf(
    '/XObject << /I 5 0 R >>',
    stream('', Buffer.from('200 0 0 200 0 0 cm /I Do')),
    stream(`/Type /XObject /Subtype /Image /Width 8 /Height 8 ${entries}`, bytes),
  );

/** 中国 in a Chinese font that is not in the file. */
export const chinesePdf = pageOf(
  '/Font << /F 5 0 R >>',
  stream('', Buffer.from('BT /F 24 Tf 20 100 Td <D6D0B9FA> Tj ET')),
  ['<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H /DescendantFonts [6 0 R] >>'],
  [
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 7 0 R ',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>',
  ],
  [
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] ',
    '/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ],
);

/** A page that a fax machine scanned, all black. */
export const scannedPdf = pictureOf(
  '/ColorSpace /DeviceGray /BitsPerComponent 1 /Decode [1 0] /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 8 /Rows 8 >>',
  Buffer.from('ff001001', 'hex'),
);

/** A page with a picture that cannot be decoded. */
export const brokenPicturePdf = pictureOf(
  '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /JPXDecode',
  Buffer.from('no picture at all'),
);

/** A page whose content ends halfway: of a bar at the foot and one at the head, only the first is there. Stored, so that half of it can be read. */
const page = deflateSync(Buffer.from('0 0 200 20 re f\n'.repeat(200) + '0 180 200 20 re f\n'.repeat(200)), {
  level: 0,
});
export const cutContentPdf = pageOf('', stream('/Filter /FlateDecode', page.subarray(0, Math.floor(page.length / 2))));

/** A page whose content cannot be read. */
export const brokenContentPdf = pageOf('', stream('/Filter /FlateDecode', Buffer.from('not deflated at all')));
