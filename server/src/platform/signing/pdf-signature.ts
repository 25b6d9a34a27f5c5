import { plainAddPlaceholder } from '@signpdf/placeholder-plain';
import { SignPdf } from '@signpdf/signpdf';
import { Signer, SUBFILTER_ETSI_CADES_DETACHED } from '@signpdf/utils';
import { signCms } from './cms-signature.ts';
import type { CmsSigner, SealedCmsSigner, Stamp } from './cms-signature.ts';
import { MAX_TOKEN_BYTES } from './time-stamp-token.ts';

/** What a PDF viewer’s signature panel shows besides the certificate. */
export interface PdfSignatureStatement {
  readonly name: string;
  readonly reason: string;
  readonly location: string;
  readonly contact: string;
  /** The claimed time; becomes /M, to the second, in UTC. */
  readonly signedAt: Date;
}

/** Attributes, signature and structure around the certificates: measured at under 500 bytes, doubled. */
const CMS_OVERHEAD_BYTES = 1024;

/**
 * Signs a PDF as PAdES baseline B, with `stamp` as B-T (ETSI EN 319 142-1: CAdES-detached, signing-certificate-v2, chain included) over every byte
 * but the signature itself. The input must be unsigned and end with a classic cross-reference table, as pdfkit writes it.
 */
export async function signPdf(
  pdf: Uint8Array,
  signer: CmsSigner | SealedCmsSigner,
  statement: PdfSignatureStatement,
  stamp?: Stamp,
): Promise<Buffer> {
  const certificates = [signer.certificate, ...signer.chain];
  const prepared = plainAddPlaceholder({
    pdfBuffer: Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength),
    name: inert(statement.name),
    reason: inert(statement.reason),
    location: inert(statement.location),
    contactInfo: inert(statement.contact),
    signingTime: statement.signedAt,
    subFilter: SUBFILTER_ETSI_CADES_DETACHED,
    signatureLength: certificates.reduce(
      (bytes, { der }) => bytes + der.length,
      stamp ? CMS_OVERHEAD_BYTES + MAX_TOKEN_BYTES : CMS_OVERHEAD_BYTES,
    ),
  });
  return await new SignPdf().sign(prepared, new DetachedCmsSigner(signer, stamp));
}

/** Neutralises `<<`, which the placeholder writer takes for PDF syntax, so that a name cannot inject objects. */
function inert(text: string): string {
  if (text.includes('<<')) throw new TypeError('A signature statement must not contain "<<".');
  return text;
}

class DetachedCmsSigner extends Signer {
  readonly #signer: CmsSigner | SealedCmsSigner;
  readonly #stamp: Stamp | undefined;

  constructor(signer: CmsSigner | SealedCmsSigner, stamp: Stamp | undefined) {
    super();
    this.#signer = signer;
    this.#stamp = stamp;
  }

  override async sign(content: Buffer): Promise<Buffer> {
    return signCms(content, this.#signer, this.#stamp);
  }
}
