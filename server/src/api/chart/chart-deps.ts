import type { AuthModule } from '../accounts/index.ts';
import type { ListsModule } from '../catalogues/index.ts';
import type { ApiDeps } from '../core/area-deps.ts';
import type { Notify } from '../notifications/index.ts';
import type { SigningModule } from '../signing/index.ts';
import type { VisitsModule } from '../visits/index.ts';

export interface ChartDeps extends ApiDeps {
  accounts: Pick<AuthModule, 'confirmSigner' | 'patients'>;
  catalogues: ListsModule;
  notifications: Pick<Notify, 'notify'>;
  signing: Pick<SigningModule, 'signatures'>;
  visits: VisitsModule;
}
