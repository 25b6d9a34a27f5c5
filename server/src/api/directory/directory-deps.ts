import type { AccountsModule } from '../accounts/index.ts';
import type { AdministrationModule } from '../administration/index.ts';
import type { ApiDeps } from '../core/area-deps.ts';
import type { Notify } from '../notifications/index.ts';
import type { SigningModule } from '../signing/index.ts';

export interface DirectoryDeps extends ApiDeps {
  accounts: Pick<AccountsModule, 'confirmSigner' | 'cookie' | 'staff'>;
  administration: Pick<AdministrationModule, 'hospitals'>;
  notifications: Notify;
  signing: Pick<SigningModule, 'issueFirstCertificate'>;
}
