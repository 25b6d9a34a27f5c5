import { shallowRef } from 'vue';
import type { CallTicket } from '@yunzhen/shared/calls/call.contract';
import type { ApiClient } from '../../../core/api/index.ts';
import type { CallClient } from '../../../core/rtc/index.ts';
import {
  CallEncryption,
  encryptionOff,
  type EncryptionSource,
  type MediaEncryption,
} from '../../../core/rtc/encryption/index.ts';
import { callKeyExchange } from './actions.ts';

/** End-to-end encryption of one call. It starts with the first ticket that requires it and ends with the call. */
export class CallSecrecy implements EncryptionSource {
  readonly state = shallowRef(encryptionOff);
  readonly #client: ApiClient;
  readonly #visitId: string;
  #encryption: CallEncryption | undefined;
  #closed = false;

  constructor(client: ApiClient, visitId: string) {
    this.#client = client;
    this.#visitId = visitId;
  }

  begin({ participantId }: Pick<CallTicket, 'participantId'>): MediaEncryption | undefined {
    if (this.#closed) return undefined;
    const encryption = (this.#encryption ??= this.#create(participantId));
    encryption.start();
    return encryption.supported ? encryption : undefined;
  }

  /** Resets the sign when a ticket no longer requires encryption: the hospital has turned it off during the call. */
  handleTicket({ endToEndEncrypted }: Pick<CallTicket, 'endToEndEncrypted'>): void {
    if (endToEndEncrypted) return;
    this.#encryption?.close();
    this.#encryption = undefined;
    this.state.value = encryptionOff;
  }

  handleParticipants(present: readonly { readonly participantId: string }[]): void {
    this.#encryption?.handleParticipants(present);
  }

  close(): void {
    this.#closed = true;
    this.#encryption?.close();
  }

  #create(participantId: string): CallEncryption {
    const visitId = this.#visitId;
    const exchange = callKeyExchange(this.#client, visitId);
    const encryption = new CallEncryption({ visitId, participantId, exchange });
    encryption.on('state', (state) => {
      this.state.value = state;
    });
    return encryption;
  }
}

const secrecies = new WeakMap<CallClient, CallSecrecy>();

/** Registers the encryption of a call for its pages, and forwards the call’s participants to it. */
export function attachSecrecy(call: CallClient, secrecy: CallSecrecy): void {
  secrecies.set(call, secrecy);
  call.on('participants', (participants) => secrecy.handleParticipants(participants));
}

/** Returns whether and how a call is encrypted end to end. */
export function secrecyOf(call: CallClient): CallSecrecy['state'] {
  return (secrecies.get(call) ?? never).state;
}

/** State of a call without attached encryption. */
const never = { state: shallowRef(encryptionOff) };
