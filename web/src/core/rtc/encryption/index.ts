export { CallEncryption } from './call-encryption.ts';
export { encryptionOff, type EncryptionState } from './encryption-state.ts';
export type { KeyExchange } from './key-exchange.ts';
export { type EncryptionSource, type MediaEncryption } from './media-encryption.ts';
