import type { ApiDeps } from '../core/area-deps.ts';
import type { GuestAccounts } from '../accounts/index.ts';
import type { HospitalsService } from '../administration/index.ts';
import type { VisitRows } from '../visits/index.ts';
import type { InvitationSecrets } from './guests/invitation-secrets.ts';
import type { InvitationsRepository } from './guests/invitations.repository.ts';
import type { MediaNodesRepository } from './nodes/media-nodes.repository.ts';
import type { PlacementsRepository } from './nodes/placements.repository.ts';
import type { CallQualityRepository } from './record/call-quality.repository.ts';

/** The named dependencies of services in this area. */
interface Parts extends ApiDeps {
  guests: GuestAccounts;
  hospitals: HospitalsService;
  invitations: InvitationsRepository;
  nodes: MediaNodesRepository;
  placements: PlacementsRepository;
  quality: CallQualityRepository;
  secrets: InvitationSecrets;
  visits: VisitRows;
}

/** A selection of these dependencies by name. */
export type CallsPart<Name extends keyof Parts> = Pick<Parts, Name>;
