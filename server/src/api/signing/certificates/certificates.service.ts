import type { BodyOf, QueryOf } from '@yunzhen/shared/core/route';
import type {
  listCertificates,
  listMissingCertificates,
  PractitionerCertificate,
  revokeCertificate,
} from '@yunzhen/shared/signing/certificates.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { systemContext, type ActorContext, type RequestContext } from '../../../platform/context.ts';
import { cutPage, decodeSortedPlace, sortedPlace } from '../../../platform/db/paging.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { nightlyJob } from '../../../platform/jobs/nightly-job.ts';
import { readCertificate, type CertificateSubject } from '../../../platform/signing/certificate.ts';
import {
  createCertificateAuthority,
  issuesCutShort,
  issueSigningCertificate,
} from '../../../platform/signing/certificate-authority.ts';
import { issuerOf } from '../../../platform/signing/certificate-trust.ts';
import { sealPrivateKey, type KeyEncryption } from '../../../platform/signing/key-encryption.ts';
import { issueRevocationList } from '../../../platform/signing/revocation-list.ts';
import { Service } from '../../../platform/service.ts';
import { toCertificate, type CertificatesRepository } from './certificates.repository.ts';
import { signingKeyContext, type Authority, type CredentialRepository } from '../keys/credential.repository.ts';
import { authorityKeyContext, type HospitalSeal } from '../keys/hospital-seal.ts';
import type { SigningGate } from '../keys/signing-gate.ts';

/** Time before expiry at which a certificate is renewed, so that a broken job can be noticed for a month. */
export const renewedBefore = 30 * DAY_MS;
/** Validity of a revocation list: a week. It is reissued with every revocation, and when a day old. */
const listHolds = 7 * DAY_MS;
const listFreshFor = DAY_MS;

interface CertificatesServiceDeps {
  transactions: Transactions;
  certificates: CertificatesRepository;
  credentials: CredentialRepository;
  seal: HospitalSeal;
  gate: SigningGate;
  keyEncryption: KeyEncryption;
  hospitalBySlug(slug: string, cause: string): Promise<{ id: string } | null>;
}

/** Issues, renews and revokes practitioners’ certificates under the hospital’s authority, and publishes revocations. */
export class CertificatesService extends Service<CertificatesServiceDeps> {
  list(context: ActorContext, query: QueryOf<typeof listCertificates>) {
    return this.deps.transactions.run(context, async (tx) => {
      const { cursor, state = null, ...rest } = query;
      const rows = await this.deps.certificates.list(tx, { ...rest, state, after: decodeSortedPlace(cursor) });
      await tx.audit('certificate.listed', { entity: 'certificate-list', entityId: null });
      return cutPage(rows, query.limit, sortedPlace, (row) => toCertificate(row, tx.now));
    });
  }

  /** Lists practitioners who can’t sign. */
  missing(context: ActorContext, { limit, cursor }: QueryOf<typeof listMissingCertificates>) {
    return this.deps.transactions.run(context, async (tx) => {
      const rows = await this.deps.certificates.missing(tx, limit, decodeSortedPlace(cursor));
      await tx.audit('certificate.listed', { entity: 'certificate-list', entityId: null });
      return cutPage(rows, limit, sortedPlace, ({ id: practitionerId, kind, name, nameLatin, licence }) => ({
        practitionerId,
        kind,
        name,
        nameLatin,
        licence,
      }));
    });
  }

  /** Revokes a certificate; repeating it returns the first revocation. */
  revoke(
    context: ActorContext,
    id: string,
    { reason, compromisedSince }: BodyOf<typeof revokeCertificate>,
  ): Promise<PractitionerCertificate> {
    const { transactions, certificates } = this.deps;
    return transactions.command(context, 'revokeCertificate', async (tx) => {
      const row = await certificates.lock(tx, id);
      if (!row) throw new AppError('resource.not-found', 'certificate not found');
      if (row.revokedAt) return toCertificate(row, tx.now);
      const since = reason === 'key-compromise' && compromisedSince ? new Date(compromisedSince) : tx.now;
      const invalidFrom = since < tx.now ? since : tx.now;
      await certificates.revoke(tx, id, reason, invalidFrom, context.actor.accountId);
      for (const authority of await this.#listing(tx)) await this.#publish(tx, authority);
      await tx.audit('certificate.revoked', { entity: 'certificate', entityId: id, details: { reason } });
      return toCertificate({ ...row, revokedAt: tx.now, reason, invalidFrom }, tx.now);
    });
  }

  issue(context: ActorContext, practitionerId: string): Promise<PractitionerCertificate> {
    return this.deps.transactions.command(context, 'issueCertificate', async (tx) => {
      return this.#issue(tx, practitionerId, 'certificate.issued');
    });
  }

  /** Creates the authority of a new hospital; has no effect when it has one. Throws as `SigningGate`. */
  async makeAuthority(tx: Tx, names: { en: string; zh: string }, jurisdiction: string): Promise<void> {
    const { certificates, credentials } = this.deps;
    if (await credentials.findAuthority(tx)) return;
    const subject = {
      commonName: `${names.en} CA`,
      organization: names.zh,
      ...(/^[A-Z]{2}$/.test(jurisdiction) ? { country: jurisdiction } : {}),
    };
    const { certificate, sealedKey } = await this.#newAuthority(tx, subject);
    await certificates.addAuthority(tx, newId(), certificate, sealedKey);
  }

  async #newAuthority(tx: Tx, subject: CertificateSubject): Promise<Authority> {
    this.deps.gate.assertOpen();
    const { certificate, privateKey } = await createCertificateAuthority(subject, tx.now);
    const context = authorityKeyContext(tx.hospitalId);
    return { certificate, sealedKey: await sealPrivateKey(this.deps.keyEncryption, privateKey, context) };
  }

  /** Replaces an authority whose next certificates would end before their three years. Those that it issued stay valid to their end. */
  async #renewAuthority(tx: Tx): Promise<void> {
    const { certificates, credentials } = this.deps;
    const current = await credentials.findAuthority(tx);
    if (!current || !issuesCutShort(current.certificate, tx.now)) return;
    const { certificate, sealedKey } = await this.#newAuthority(tx, current.certificate.subject);
    const id = newId();
    await certificates.replaceAuthority(tx, id, certificate, sealedKey);
    await tx.audit('certificate.authority-renewed', { entity: 'certificate', entityId: id });
  }

  /** Issues the first certificate in the transaction that admits the practitioner. */
  async issueFirst(tx: Tx, practitionerId: string): Promise<void> {
    await this.#issue(tx, practitionerId, 'certificate.issued');
  }

  /**
   * Issues a certificate. The subject is name, hospital, licence number and account id, which distinguishes equal names and successive certificates.
   * The private key is created here, encrypted at once and zeroed.
   */
  async #issue(
    tx: Tx,
    practitionerId: string,
    action: 'certificate.issued' | 'certificate.renewed',
  ): Promise<PractitionerCertificate> {
    const { certificates, keyEncryption } = this.deps;
    const person = await certificates.subject(tx, practitionerId);
    if (!person) throw new AppError('resource.not-found', 'practitioner not found');
    const subject = {
      commonName: person.name,
      organization: person.hospital.zh || person.hospital.en,
      organizationalUnit: person.accountId,
      serialNumber: person.licence,
      ...(/^[A-Z]{2}$/.test(person.country) ? { country: person.country } : {}),
    };
    const issued = await this.deps.seal.use(tx, (issuer) => issueSigningCertificate(issuer, subject, tx.now));
    const sealedKey = await sealPrivateKey(keyEncryption, issued.privateKey, signingKeyContext(practitionerId));
    const id = newId();
    await certificates.replace(tx, { id, practitionerId, certificate: issued.certificate, sealedKey });
    await tx.audit(action, { entity: 'certificate', entityId: id, details: { practitionerId } });
    const row = await certificates.lock(tx, id);
    if (!row) throw new AppError('internal', 'certificate is missing after it was issued');
    return toCertificate(row, tx.now);
  }

  /** Returns the hospital’s certificate as PEM and then its former ones, for verifying documents without this service. */
  authority(context: RequestContext, slug: string): Promise<Buffer> {
    return this.#inHospital(context, slug, async (tx) => {
      const authorities = await this.deps.credentials.authorities(tx);
      return Buffer.from(authorities.map(({ certificate }) => certificate.pem).join(''));
    });
  }

  /**
   * Returns the current list of an authority, by default of the one that issues now, reissued when it is a day old. Where nothing may be signed, the
   * last one is returned: readers see when it ends.
   */
  revocationList(context: RequestContext, slug: string, serial?: string): Promise<{ der: Buffer; nextUpdate: Date }> {
    return this.#inHospital(context, slug, async (tx) => {
      const [current, ...former] = await this.#listing(tx);
      const authority = serial
        ? [current, ...former].find((one) => one?.certificate.serialNumber === serial.toUpperCase())
        : current;
      if (!authority) throw new AppError('resource.not-found', 'authority not found');
      const { list } = await this.deps.certificates.latestList(tx, authority.certificate.serialNumber);
      const fresh = list && tx.now.getTime() - list.thisUpdate.getTime() < listFreshFor;
      return list && (fresh || !this.deps.gate.isOpen) ? list : this.#publish(tx, authority);
    });
  }

  /** Returns the authorities that publish a list: the current one, and former ones until their certificates have ended. */
  async #listing(tx: Tx): Promise<Authority[]> {
    const authorities = await this.deps.credentials.authorities(tx);
    return authorities.filter(({ certificate }, index) => index === 0 || certificate.notAfter > tx.now);
  }

  async #inHospital<Value>({ requestId }: RequestContext, slug: string, work: (tx: Tx) => Promise<Value>) {
    const hospital = await this.deps.hospitalBySlug(slug, requestId);
    if (!hospital) throw new AppError('resource.not-found', 'hospital not found');
    return this.deps.transactions.run(systemContext(hospital.id, requestId), work);
  }

  /** Issues a new list of the revoked certificates of one authority, signed with its key. */
  async #publish(tx: Tx, authority: Authority): Promise<{ der: Buffer; nextUpdate: Date }> {
    const { certificates, seal } = this.deps;
    const { certificate } = authority;
    const { lastNumber } = await certificates.latestList(tx, certificate.serialNumber);
    const times = { thisUpdate: tx.now, nextUpdate: new Date(tx.now.getTime() + listHolds), number: lastNumber + 1 };
    const revocations = (await certificates.revocations(tx)).filter(({ pem }) =>
      issuerOf(readCertificate(pem), [certificate]),
    );
    const der = await seal.use(tx, (issuer) => issueRevocationList(issuer, revocations, times), authority);
    await certificates.keepList(tx, { ...times, der, authoritySerial: certificate.serialNumber });
    return { der, nextUpdate: times.nextUpdate };
  }

  /** Renews every night, with a new key, an authority in its last three years and practitioners’ certificates in their last month. */
  renewalJob() {
    const { transactions, certificates, gate } = this.deps;
    return nightlyJob({
      name: 'renew-certificates',
      transactions,
      step: async (tx) => {
        if (gate.isCopy) return false;
        await this.#renewAuthority(tx);
        const ending = await certificates.endingBefore(tx, new Date(tx.now.getTime() + renewedBefore));
        for (const practitionerId of ending) await this.#issue(tx, practitionerId, 'certificate.renewed');
        return false;
      },
    });
  }
}
