import * as contract from '@yunzhen/shared/signing/certificates.contract';
import { readHospitalCertificate } from '@yunzhen/shared/signing/verification.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { CertificatesService } from './certificates.service.ts';

/** Seconds for which caches may store a revocation list, and thus the maximum delay of a revocation. */
const listCachedFor = 3600;

export function registerCertificateRoutes(routes: RouteRegistrar, certificates: CertificatesService): void {
  routes.route(contract.listCertificates, (context, { query }) => certificates.list(context, query));
  routes.route(contract.listMissingCertificates, (context, { query }) => certificates.missing(context, query));
  routes.route(contract.revokeCertificate, (context, { params, body }) =>
    certificates.revoke(context, params.certificateId, body),
  );
  routes.route(contract.issueCertificate, (context, { params }) => certificates.issue(context, params.practitionerId));
  routes.openRoute(readHospitalCertificate, (context, { params }, reply) => {
    void reply
      .type('application/x-pem-file')
      .header('content-disposition', `attachment; filename="${params.hospital}.pem"`);
    return certificates.authority(context, params.hospital);
  });
  routes.openRoute(contract.readRevocationList, async (context, { params, query }, reply) => {
    const { der } = await certificates.revocationList(context, params.hospital, query.authority);
    void reply
      .type('application/pkix-crl')
      .header('content-disposition', `attachment; filename="${params.hospital}.crl"`)
      .header('cache-control', `public, max-age=${listCachedFor}`);
    return der;
  });
}
