import type { Provenance } from '@medplum/fhirtypes';
import { coding, compact, concept, iso, refer, systems } from './fhir-values.ts';

/** ASTM E1762-95 purposes: author, reviewer, author of an addendum, and the hospital for its receipts. */
const purposes = {
  author: ['1.2.840.10065.1.12.1.1', "Author's Signature"],
  review: ['1.2.840.10065.1.12.1.13', 'Review Signature'],
  addendum: ['1.2.840.10065.1.12.1.15', 'Addendum Signature'],
  house: ['1.2.840.10065.1.12.1.17', 'Administrative (Error/Edit) Signature'],
} as const;

export interface SignatureOf {
  id: string;
  target: string;
  purpose: keyof typeof purposes;
  signer: { type: 'Practitioner' | 'Organization'; id: string };
  signedAt: Date;
  /** Compact JWS (RFC 7515); its payload is the signed canonical JSON. */
  jws: string;
  certificate: string | null;
}

/**
 * Returns an R4 Provenance with the original signature (`application/jose`) and its certificate. The certificate is an extension, because R4 has no
 * element for it beside a JWS.
 */
export function provenanceOf(row: SignatureOf): Provenance {
  const [code, display] = purposes[row.purpose];
  const who = refer(row.signer.type, row.signer.id);
  const role = row.purpose === 'review' ? 'verifier' : 'author';
  return compact<Provenance>({
    resourceType: 'Provenance',
    id: row.id,
    extension:
      row.certificate === null
        ? []
        : [{ url: systems.own('certificate'), valueBase64Binary: Buffer.from(row.certificate).toString('base64') }],
    target: [{ reference: row.target }],
    recorded: iso(row.signedAt),
    agent: [{ type: concept('', coding(systems.provenanceRole, role)), who }],
    signature: [
      {
        type: [coding(systems.signatureType, code, display)],
        when: iso(row.signedAt),
        who,
        targetFormat: 'application/json',
        sigFormat: 'application/jose',
        data: Buffer.from(row.jws).toString('base64'),
      },
    ],
  });
}
