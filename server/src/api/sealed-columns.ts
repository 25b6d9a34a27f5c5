import type { SealedColumn } from '../platform/signing/rewrap.ts';
import {
  authenticatorContext,
  codeTargetContext,
  guardianshipContext as invitedContext,
  identityContext,
  identityKeyContext,
} from './accounts/index.ts';
import { exportKeyContext } from './records/index.ts';
import { messageContext, pushContext } from './notifications/index.ts';
import { authorityKeyContext, codeContext, signingKeyContext } from './signing/index.ts';

const credential = { table: 'signing_credential', column: 'sealed_key' };

/** Every encrypted column among hospitals’ rows. A test compares the list with the database’s columns. */
export const sealedColumns: readonly SealedColumn[] = [
  { ...credential, owner: 'hospital_id', only: `kind = 'hospital-ca'`, context: authorityKeyContext },
  { ...credential, owner: 'practitioner_id', only: `kind = 'practitioner'`, context: signingKeyContext },
  { table: 'second_factor', column: 'secret_sealed', context: authenticatorContext },
  { table: 'prescription', column: 'secret_sealed', context: (id) => codeContext('prescription', id) },
  { table: 'clinical_document', column: 'secret_sealed', context: (id) => codeContext('document', id) },
  { table: 'patient', column: 'identity_number_sealed', context: identityContext },
  { table: 'identity_key', column: 'key_sealed', owner: 'hospital_id', context: identityKeyContext },
  { table: 'guardianship', column: 'invited_sealed', context: invitedContext },
  { table: 'one_time_code', column: 'target_sealed', context: codeTargetContext },
  { table: 'record_export', column: 'key_sealed', context: exportKeyContext },
  { table: 'message_delivery', column: 'content_sealed', context: messageContext },
  { table: 'push_subscription', column: 'address_sealed', context: pushContext },
];
