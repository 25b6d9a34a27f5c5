import type { BodyOf, ResponseOf } from '@yunzhen/shared/core/route';
import type { askForCode, askForContactCode, proveCode } from '@yunzhen/shared/accounts/one-time-codes.contract';
import type { Locale } from '@yunzhen/shared/core/locale';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext, RequestContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { networkOf, siteOf } from '../../../platform/limits/network-of.ts';
import { channels, type Channel } from '../../../platform/messaging/message.ts';
import { Service } from '../../../platform/service.ts';
import type { AccountHolder } from '../accounts.repository.ts';
import { hasPassword } from '../sign-in/passwords.ts';
import {
  codeLifetime,
  codePause,
  codesCountedFor,
  handedCodeLifetime,
  isOpen,
  mayAsk,
  proofLifetime,
} from './code.policy.ts';
import type { CodeSecrets } from './code-secrets.ts';
import type { CodesRepository } from './codes.repository.ts';
import type { CodePurpose } from './one-time-code.entity.ts';
import type { TextCodeBudget } from './text-code-budget.ts';
import type { AccountsPart } from '../accounts-part.ts';

type CodeSent = ResponseOf<typeof askForCode>;

interface Target {
  channel: Channel;
  address: string;
}

/** The address and purpose that a proof confirms. */
export interface Proven extends Target {
  codeId: string;
  accountId: string | null;
  /** It was used before; only a retry of the same request may continue. */
  used: boolean;
}

/** The encryption context that binds an address to its code. */
export const sealContext = (codeId: string) => `code/${codeId}/target`;

interface CodesServiceDeps extends AccountsPart<
  'transactions' | 'accounts' | 'devices' | 'hospitals' | 'keyEncryption' | 'notify' | 'confirmPassword'
> {
  codes: CodesRepository;
  secrets: CodeSecrets;
  textBudget: TextCodeBudget;
}

/** One-time codes: six digits to an address, exchanged for a proof that the holder has read them. */
export class CodesService extends Service<CodesServiceDeps> {
  /**
   * Sends a code to someone who is not signed in. Answer and limits do not reveal whether the address has an account.
   * Sign-up with a known address sends a mail that says so; sign-in with an unknown one sends nothing. A browser in which the account was opened
   * before (`deviceCookie`) has a count of its own, so that strangers can’t use up the holder’s codes.
   * Throws `request.rate-limited`, `account.text-messages-used-up`, or `account.channel-missing` where this installation has no such channel.
   */
  async ask(context: RequestContext, request: BodyOf<typeof askForCode>, deviceCookie?: string): Promise<CodeSent> {
    const { purpose, locale } = request;
    const target = targetOf(request);
    const here = await this.deps.hospitals.asStranger(context, request.hospital);
    return this.deps.transactions.run(here, async (tx) => {
      const holder = await this.#holderOf(tx, target);
      const code = { purpose, target, locale, accountId: null };
      if (purpose === 'sign-up') return this.#send(tx, code, holder ? 'account.exists' : 'account.code');
      const letIn = holder?.status === 'active' && (purpose === 'reset-password' || holder.roles.includes('patient'));
      const knownBrowser = letIn && this.deps.devices.knows(holder, tx.now, deviceCookie) !== null;
      return this.#send(tx, { ...code, knownBrowser }, letIn ? 'account.code' : null);
    });
  }

  /** Sends a code to the account’s new address or phone. Throws as `ask`, and `auth.confirmation-failed`. */
  async askForContact(context: ActorContext, request: BodyOf<typeof askForContactCode>): Promise<CodeSent> {
    const target = targetOf(request);
    const { accountId } = context.actor;
    const own = await this.deps.transactions.run(context, (tx) => this.deps.accounts.byId(tx, accountId));
    if (own && hasPassword(own.passwordHash)) await this.deps.confirmPassword(context, request.password ?? '');
    return this.deps.transactions.run(context, async (tx) => {
      const holder = await this.#holderOf(tx, target);
      const code = { purpose: 'change-contact' as const, target, locale: request.locale, accountId };
      return this.#send(tx, code, holder && holder.id !== accountId ? 'account.exists' : 'account.code');
    });
  }

  /**
   * Sends a code to the account’s own address or phone, to confirm the holder’s presence. Throws as `ask`, and `auth.confirmation-failed` without
   * such a contact.
   */
  askForOwn(context: ActorContext, channel: Channel, locale: Locale): Promise<CodeSent> {
    return this.deps.transactions.run(context, (tx) => this.sendOwn(tx, context, 'confirm', { channel, locale }));
  }

  /** Sends as `askForOwn`, in the caller’s transaction. */
  async sendOwn(
    tx: Tx,
    { actor: { accountId } }: ActorContext,
    purpose: 'confirm' | 'enrol',
    { channel, locale }: { channel: Channel; locale: Locale },
  ): Promise<CodeSent> {
    const own = await this.deps.accounts.byId(tx, accountId);
    const address = channel === 'mail' ? own?.email : own?.phone;
    if (!address) throw new AppError('auth.confirmation-failed', `account has no ${channel}`);
    return this.#send(tx, { purpose, target: { channel, address }, locale, accountId }, 'account.code');
  }

  /** Returns the account’s contacts that a code can be sent to. */
  async contactsOf(tx: Tx, accountId: string): Promise<Target[]> {
    const own = await this.deps.accounts.byId(tx, accountId);
    const addresses = { mail: own?.email, sms: own?.phone };
    return channels.flatMap((channel) => {
      const address = addresses[channel];
      return address && this.deps.notify.can(channel) ? [{ channel, address }] : [];
    });
  }

  /** Returns a code for a first factor, to be handed over in person. The latest code counts. */
  async handOver(tx: Tx, accountId: string): Promise<string> {
    const own = await this.deps.accounts.byId(tx, accountId);
    const target = targetOf({ email: own?.email ?? accountId });
    const code = this.deps.secrets.newCode();
    const expiresAt = new Date(tx.now.getTime() + handedCodeLifetime);
    const id = await this.#add(tx, { purpose: 'enrol', target, accountId, code, expiresAt });
    await tx.audit('code.handed-over', { entity: 'code', entityId: id, details: { accountId } });
    return code;
  }

  /** Uses up the account’s latest code of this purpose. Returns false for a wrong, expired or used one, and counts the attempt. */
  async takeOwn(tx: Tx, accountId: string, purpose: 'enrol', code: string): Promise<boolean> {
    const row = await this.deps.codes.lockLatest(tx, accountId, purpose);
    if (!row) return false;
    const right = isOpen(row, tx.now) && this.deps.secrets.isCode(row.codeDigest, row.id, code);
    if (!right) {
      await this.deps.codes.fail(tx, row.id);
      return false;
    }
    // An unknown proof: the code is used up at once.
    await this.deps.codes.prove(tx, row.id, this.deps.secrets.ofProof(this.deps.secrets.newProof()));
    await this.deps.codes.use(tx, row.id, accountId);
    return true;
  }

  async #send(
    tx: Tx,
    {
      purpose,
      target,
      locale,
      accountId,
      knownBrowser = false,
    }: { purpose: CodePurpose; target: Target; locale: Locale; accountId: string | null; knownBrowser?: boolean },
    template: 'account.code' | 'account.exists' | null,
  ): Promise<CodeSent> {
    const { channel, address } = target;
    if (!this.deps.notify.can(channel))
      throw new AppError('account.channel-missing', `hospital has no ${channel} channel`);
    const { siteDigest, ...digests } = this.#digests(tx, target);
    const since = new Date(tx.now.getTime() - codesCountedFor);
    const { toTarget, fromSender } = await this.deps.codes.recent(tx, { ...digests, knownBrowser }, since);
    if (!mayAsk({ toTarget, fromSender: knownBrowser ? 0 : fromSender }, tx.now))
      throw new AppError('request.rate-limited', 'too many one-time codes requested');
    if (channel === 'sms' && !knownBrowser) await this.deps.textBudget.assertLeft(tx, purpose, siteDigest);
    const code = this.deps.secrets.newCode();
    const expiresAt = new Date(tx.now.getTime() + codeLifetime);
    const known = template === 'account.code' ? code : this.deps.secrets.newProof();
    const id = await this.#add(tx, { purpose, target, accountId, code: known, expiresAt, knownBrowser });
    if (template === 'account.code')
      await this.deps.notify.sendTo(tx, { channel, address, locale, template, facts: { code } });
    else if (template)
      await this.deps.notify.sendTo(tx, { channel, address, locale, template, facts: {}, link: '/sign-in' });
    await tx.audit('code.asked', { entity: 'code', entityId: id, details: { purpose, channel } });
    if (channel === 'sms') await this.deps.textBudget.spend(tx, purpose);
    const nextAt = new Date(tx.now.getTime() + codePause);
    return { codeId: id, expiresAt: expiresAt.toISOString(), nextAt: nextAt.toISOString() };
  }

  /** Stores a code, sealed and as digests. Returns its id. */
  async #add(
    tx: Tx,
    {
      purpose,
      target,
      accountId,
      code,
      expiresAt,
      knownBrowser = false,
    }: {
      purpose: CodePurpose;
      target: Target;
      accountId: string | null;
      code: string;
      expiresAt: Date;
      knownBrowser?: boolean;
    },
  ): Promise<string> {
    const { codes, keyEncryption, secrets } = this.deps;
    const { channel, address } = target;
    const id = newId();
    const targetSealed = await keyEncryption.seal(Buffer.from(address), sealContext(id));
    const codeDigest = secrets.ofCode(id, code);
    const digests = this.#digests(tx, target);
    await codes.add(tx, {
      id,
      purpose,
      channel,
      targetSealed,
      accountId,
      codeDigest,
      expiresAt,
      knownBrowser,
      ...digests,
    });
    return id;
  }

  #digests(tx: Tx, { channel, address }: Target): { targetDigest: Buffer; senderDigest: Buffer; siteDigest: Buffer } {
    const { secrets } = this.deps;
    const from = tx.context.address ?? '';
    return {
      targetDigest: secrets.ofTarget(channel, address),
      senderDigest: secrets.ofSender(networkOf(from)),
      siteDigest: secrets.ofSite(siteOf(from)),
    };
  }

  /** Exchanges a code for a proof. Throws `auth.code-refused` for a wrong, expired, used or unknown code, without saying which. */
  async prove(
    context: RequestContext,
    codeId: string,
    request: BodyOf<typeof proveCode>,
  ): Promise<ResponseOf<typeof proveCode>> {
    const here = await this.deps.hospitals.asStranger(context, request.hospital);
    // A refusal must commit its failure count, so the transaction returns it and it is thrown afterwards.
    const proof = await this.deps.transactions.run(here, async (tx) => {
      const row = await this.deps.codes.lock(tx, codeId);
      const right = row && isOpen(row, tx.now) && this.deps.secrets.isCode(row.codeDigest, codeId, request.code);
      if (!right) {
        if (row) await this.deps.codes.fail(tx, codeId);
        const code = 'auth.code-refused';
        await tx.audit('code.refused', { entity: 'code', entityId: codeId, outcome: 'denied', code });
        return null;
      }
      const made = this.deps.secrets.newProof();
      await this.deps.codes.prove(tx, codeId, this.deps.secrets.ofProof(made));
      await tx.audit('code.proven', { entity: 'code', entityId: codeId, details: { purpose: row.purpose } });
      return { proof: made, expiresAt: new Date(tx.now.getTime() + proofLifetime).toISOString() };
    });
    if (!proof) throw new AppError('auth.code-refused', 'code is wrong or has expired');
    return proof;
  }

  /** Opens a proof and locks it until the transaction ends. Throws `auth.proof-expired` when it is not valid for this purpose. */
  async open(tx: Tx, purpose: CodePurpose, proof: string): Promise<Proven> {
    const row = await this.deps.codes.lockByProof(tx, this.deps.secrets.ofProof(proof));
    const fresh = row?.provenAt && tx.now.getTime() - row.provenAt.getTime() < proofLifetime;
    if (!row || row.purpose !== purpose || !fresh)
      throw new AppError('auth.proof-expired', 'proof not found or expired');
    const address = Buffer.from(await this.deps.keyEncryption.open(row.targetSealed, sealContext(row.id))).toString();
    const { id: codeId, channel, accountId } = row;
    return { codeId, channel, address, accountId, used: row.usedAt !== null };
  }

  async use(tx: Tx, { codeId }: Proven, accountId: string): Promise<void> {
    await this.deps.codes.use(tx, codeId, accountId);
  }

  #holderOf(tx: Tx, { channel, address }: Target): Promise<AccountHolder | null> {
    return channel === 'mail' ? this.deps.accounts.byEmail(tx, address) : this.deps.accounts.byPhone(tx, address);
  }
}

function targetOf({ email, phone }: { email?: string | undefined; phone?: string | undefined }): Target {
  return phone === undefined ? { channel: 'mail', address: email ?? '' } : { channel: 'sms', address: phone };
}
