import { issueCertificate, revokeCertificate } from '@yunzhen/shared/signing/certificates.contract';
import { useCommand } from '../../../core/commands/index.ts';

const changes = [['certificate']];

export const useIssueCertificate = () => useCommand(issueCertificate, { changes });

export const useRevokeCertificate = () => useCommand(revokeCertificate, { changes });
