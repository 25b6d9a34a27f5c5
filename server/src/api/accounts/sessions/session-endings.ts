import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { AccountsHooks } from '../hooks.ts';
import type { TrustedDevicesRepository } from '../trusted-devices/trusted-devices.repository.ts';
import type { SessionEndReason, SessionRow } from './session.entity.ts';
import type { SessionsRepository } from './sessions.repository.ts';

interface SessionEndingsDeps {
  sessions: SessionsRepository;
  hooks: AccountsHooks;
  trusted: TrustedDevicesRepository;
}

/**
 * Ends sessions. From the commit on their tokens and call tickets are rejected, their sockets close, and they leave their calls. Ending all of an
 * account, or a copied one, also ends the trust in its devices. Ending one from the list ends the trust in its device, which may be stolen.
 */
export class SessionEndings extends Service<SessionEndingsDeps> {
  async end(tx: Tx, { id, accountId }: Pick<SessionRow, 'id' | 'accountId'>, reason: SessionEndReason): Promise<void> {
    const { sessions, trusted } = this.deps;
    const deviceId = reason === 'ended-by-holder' ? await sessions.trustedDeviceOf(tx, id) : null;
    await sessions.end(tx, id, reason);
    if (deviceId) await trusted.end(tx, accountId, [deviceId], 'session-ended');
    if (reason === 'reused') await trusted.removeAll(tx, accountId);
    await this.#follow(tx, accountId, [id], reason);
  }

  /** Ends every session of the account. */
  async endAll(tx: Tx, accountId: string, reason: SessionEndReason): Promise<void> {
    await this.deps.trusted.removeAll(tx, accountId);
    await this.#follow(tx, accountId, await this.deps.sessions.endAll(tx, accountId, reason), reason);
  }

  /** Ends every session of the account but this one. Returns those that were open. */
  async endOthers(
    tx: Tx,
    kept: Pick<SessionRow, 'id' | 'accountId'>,
    reason: SessionEndReason,
  ): Promise<readonly string[]> {
    await this.deps.trusted.removeAll(tx, kept.accountId);
    const ended = await this.deps.sessions.endAll(tx, kept.accountId, reason, kept.id);
    await this.#follow(tx, kept.accountId, ended, reason);
    return ended;
  }

  async #follow(tx: Tx, accountId: string, ended: readonly string[], reason: SessionEndReason): Promise<void> {
    if (ended.length === 0) return;
    const word = reason === 'reused' ? 'reused' : 'signed-out';
    for (const sessionId of ended) tx.publish({ kind: 'session-ended', sessionId, reason: word });
    await this.deps.hooks.onSessionsEnded.run(tx, accountId);
  }
}
