import type { AccountsArea } from '../accounts/index.ts';
import type { AdministrationArea } from '../administration/index.ts';
import type { ApiDeps } from '../core/area-deps.ts';
import type { Notify } from '../notifications/index.ts';
import type { SigningArea } from '../signing/index.ts';

export interface DirectoryDeps extends ApiDeps {
  accounts: Pick<AccountsArea, 'confirmSigner' | 'cookie' | 'staff'>;
  administration: Pick<AdministrationArea, 'hospitals' | 'publicTexts'>;
  notifications: Notify;
  signing: Pick<SigningArea, 'issueFirstCertificate'>;
}
