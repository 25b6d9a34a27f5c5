import type { RequestContext } from '../../platform/context.ts';
import { rewrapColumn, type RewrapRun } from '../../platform/signing/rewrap.ts';
import type { ApiDeps } from '../core/area-deps.ts';
import { CertificateWatch } from './health/certificate-watch.ts';
import { HealthRepository } from './health/health.repository.ts';
import { InstallationHealthService, type HealthSources } from './health/health.service.ts';
import { OperatedNodes, type NodeOrders } from './nodes/operated-nodes.service.ts';
import { HospitalsRegister } from './hospitals-register.repository.ts';
import { OperatedHospitals, type HospitalOrders } from './hospitals.service.ts';
import { OperatorCookie } from './operator-cookie.ts';
import type { OperatorDatabase } from './operator-database.ts';
import { authenticatorContext, OperatorDoor } from './operator-door.service.ts';
import { OperatorLogRepository } from './operator-log.repository.ts';
import { OperatorTransactions } from './operator-transactions.ts';
import { OperatorsRepository } from './operators.repository.ts';
import { registerOperatorRoutes } from './operator.routes.ts';

export { OperatorDatabase } from './operator-database.ts';
export { authenticatorContext as operatorAuthenticatorContext } from './operator-door.service.ts';

export type { FileFacts, HealthSources } from './health/health.service.ts';

export type OperatorDeps = ApiDeps &
  HospitalOrders & { calls: NodeOrders; operatorDatabase: OperatorDatabase; healthSources: HealthSources };

/** Creates the operator area: hospitals, operators, media nodes, their log. `HospitalOrders` is the operator’s only access to a hospital. */
export function createOperatorArea(deps: OperatorDeps) {
  const transactions = new OperatorTransactions({ operators: deps.operatorDatabase, hospitals: deps.transactions });
  const log = new OperatorLogRepository();
  const door = new OperatorDoor({
    transactions,
    operators: new OperatorsRepository(deps.settings.DEMO_MODE),
    log,
    keyEncryption: deps.keyEncryption,
  });
  const hospitals = new OperatedHospitals({ transactions, register: new HospitalsRegister(), log, orders: deps });
  const nodes = new OperatedNodes({ transactions, door, log, calls: deps.calls });
  const health = new InstallationHealthService({
    transactions,
    rows: new HealthRepository(),
    log,
    sources: deps.healthSources,
    programLog: deps.log,
  });
  const certificates = new CertificateWatch(() => health.certificates({ ...startContext, requestId: 'metrics' }));
  registerOperatorRoutes(deps.routes, new OperatorCookie(deps.settings), { door, hospitals, nodes, health });
  return {
    /** Returns the path of an invitation link for a new operator; null for one who has joined already. */
    invite: async (email: string): Promise<string | null> => {
      const made = await door.invite(startContext, email);
      return made && `/operator/invitation/${made.operatorId}#${made.secret}`;
    },
    /** Counts certificates that should have been renewed by now, by kind; null while unknown, and in a restored copy, which connects nowhere. */
    overdueCertificates: () => (deps.settings.ISOLATED ? null : certificates.overdue()),
    /** Encrypts the operators’ authenticators again under the active key-encryption key. */
    rewrapSecrets: (run: RewrapRun) =>
      rewrapColumn(
        { table: 'operator', column: 'totp_sealed', context: authenticatorContext },
        {
          ...run,
          run: (work) => transactions.run(startContext, work),
          record: (tx, rewrapped) =>
            log.write(tx, 'secrets.rewrapped', { operatorId: null, details: { rewrapped, key: run.active } }),
        },
      ),
  };
}

/** The context of a call by the program itself at start-up. */
const startContext: RequestContext = {
  requestId: 'start',
  hospitalId: null,
  actor: null,
  address: null,
  idempotencyKey: null,
};
