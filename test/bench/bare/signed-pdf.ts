import { createHash, sign } from 'node:crypto';
import { derOf } from '../../../server/src/platform/signing/cms-attributes.ts';
import { cmsCertificate } from '../../../server/src/platform/signing/cms-signed-data.ts';
import type { CmsSigner } from '../../../server/src/platform/signing/cms-signature.ts';
import { openFace, PDFDocument } from './pdfkit.ts';
import { draw, type Stroke } from './recorded-page.ts';

/*
 * The reference: pdfkit alone with node's own ECDSA, as an expert in both would write it. Fonts are parsed once, the signature placeholder is written
 * as pdfkit writes it, and the CMS is assembled by hand around its constant parts.
 */
const faces = {
  regular: openFace('400Regular/NotoSansSC_400Regular.ttf'),
  semibold: openFace('600SemiBold/NotoSansSC_600SemiBold.ttf'),
};
const SIGNATURE_BYTES = 3072;
const PLACE = '**********';

export interface BareFile {
  readonly name: string;
  readonly content: Buffer;
}

/** Renders the page with its attachments and signs it. */
export async function bareSignedPdf(
  page: readonly Stroke[],
  files: readonly BareFile[],
  signer: BareSigner,
): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    font: faces.regular,
  });
  for (const [name, font] of Object.entries(faces)) doc.registerFont(name, font);
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => doc.on('end', resolve));
  draw(doc, page);
  for (const { name, content } of files) doc.file(content, { name, type: 'application/jose' });
  leavePlace(doc);
  doc.end();
  await ended;
  return fillPlace(Buffer.concat(chunks), signer);
}

/** pdfkit writes a string as a name and a `String` as text. */
const written = (text: string) => Object(text) as string;

function leavePlace(doc: PDFKit.PDFDocument): void {
  const inside = doc as unknown as {
    _root: { data: { AcroForm: { data: { Fields: unknown[]; SigFlags?: number } } } };
    page: { dictionary: unknown; annotations: unknown[] };
  };
  const signature = doc.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: [0, PLACE, PLACE, PLACE],
    Contents: Buffer.alloc(SIGNATURE_BYTES),
    M: new Date(),
  });
  const widget = doc.ref({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    Rect: [0, 0, 0, 0],
    V: signature,
    T: written('Signature1'),
    F: 4,
    P: inside.page.dictionary,
  });
  doc.initForm();
  const form = inside._root.data.AcroForm.data;
  form.Fields.push(widget);
  form.SigFlags = 3;
  inside.page.annotations.push(widget);
  for (const reference of [signature, widget]) reference.end(undefined as unknown as Buffer);
}

function fillPlace(pdf: Buffer, signer: BareSigner): Buffer {
  const rangeAt = pdf.indexOf('/ByteRange [');
  const rangeEnd = pdf.indexOf(']', rangeAt) + 1;
  const holeStart = pdf.indexOf(`<${'0'.repeat(64)}`, rangeEnd);
  const holeEnd = holeStart + SIGNATURE_BYTES * 2 + 2;
  const range = `/ByteRange [0 ${holeStart} ${holeEnd} ${pdf.length - holeEnd}]`.padEnd(rangeEnd - rangeAt);
  pdf.write(range, rangeAt, 'latin1');
  const digest = createHash('sha256').update(pdf.subarray(0, holeStart)).update(pdf.subarray(holeEnd)).digest();
  pdf.write(signer.cms(digest).toString('hex'), holeStart + 1, 'latin1');
  return pdf;
}

function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  if (body.length < 0x80) return Buffer.concat([Buffer.from([tag, body.length]), body]);
  if (body.length < 0x100) return Buffer.concat([Buffer.from([tag, 0x81, body.length]), body]);
  return Buffer.concat([Buffer.from([tag, 0x82, body.length >> 8, body.length & 0xff]), body]);
}

const oid = (hex: string) => Buffer.from(hex, 'hex');
const SEQUENCE = 0x30;
const SET = 0x31;
const OCTETS = 0x04;
const ONE = Buffer.from([0x02, 0x01, 0x01]);
const DATA = oid('06092a864886f70d010701');
const SIGNED_DATA = oid('06092a864886f70d010702');
const CONTENT_TYPE = oid('06092a864886f70d010903');
const MESSAGE_DIGEST = oid('06092a864886f70d010904');
const SIGNING_CERTIFICATE_V2 = oid('060b2a864886f70d010910022f');
const SHA256 = der(SEQUENCE, oid('0609608648016503040201'));
const ECDSA_SHA256 = der(SEQUENCE, oid('06082a8648ce3d040302'));

/** The constant parts of a detached CMS (RFC 5652, RFC 5035), created once. */
export class BareSigner {
  readonly #signer: CmsSigner;
  readonly #certificates: Buffer;
  readonly #issuerAndSerial: Buffer;
  readonly #contentType = der(SEQUENCE, CONTENT_TYPE, der(SET, DATA));
  readonly #signingCertificate: Buffer;

  constructor(signer: CmsSigner) {
    this.#signer = signer;
    this.#certificates = der(0xa0, signer.certificate.der, ...signer.chain.map((authority) => authority.der));
    const { issuer, serialNumber } = cmsCertificate(signer.certificate);
    this.#issuerAndSerial = der(SEQUENCE, derOf(issuer.toSchema()), derOf(serialNumber));
    const hash = createHash('sha256').update(signer.certificate.der).digest();
    const certificateId = der(SEQUENCE, der(SEQUENCE, der(SEQUENCE, der(OCTETS, hash))));
    this.#signingCertificate = der(SEQUENCE, SIGNING_CERTIFICATE_V2, der(SET, certificateId));
  }

  cms(digest: Buffer): Buffer {
    const messageDigest = der(SEQUENCE, MESSAGE_DIGEST, der(SET, der(OCTETS, digest)));
    const attributes = [this.#contentType, messageDigest, this.#signingCertificate].sort((a, b) =>
      Buffer.compare(a, b),
    );
    const signature = sign('sha256', der(SET, ...attributes), this.#signer.key);
    const signerInfo = der(
      SEQUENCE,
      ONE,
      this.#issuerAndSerial,
      SHA256,
      der(0xa0, ...attributes),
      ECDSA_SHA256,
      der(OCTETS, signature),
    );
    const signedData = der(
      SEQUENCE,
      ONE,
      der(SET, SHA256),
      der(SEQUENCE, DATA),
      this.#certificates,
      der(SET, signerInfo),
    );
    return der(SEQUENCE, SIGNED_DATA, der(0xa0, signedData));
  }
}
