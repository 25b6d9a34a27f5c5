import { readHospitalCertificate } from '@yunzhen/shared/signing/verification.contract';
import { addressOf } from '../../../core/api/request.ts';

/** Returns the address of a hospital’s certificate. */
export function certificateAddress(hospital: string): string {
  return addressOf(readHospitalCertificate, { params: { hospital } });
}

export const certificateFile = (hospital: string) => `${hospital}-certificate.pem`;

/** Returns commands that verify a document with poppler’s pdfsig against the certificate, in a separate trust database. */
export function checkCommands(hospital: string): string {
  return [
    'mkdir -p trust && certutil -N -d sql:trust --empty-password',
    `certutil -A -d sql:trust -n ${hospital} -t CT,C,C -a -i ${certificateFile(hospital)}`,
    'pdfsig -nssdir sql:trust prescription.pdf',
  ].join('\n');
}
