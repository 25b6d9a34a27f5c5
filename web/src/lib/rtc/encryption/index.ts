export { CallEncryption } from './call-encryption.ts';
export { encryptionOff, type EncryptionFailure, type EncryptionState } from './encryption-state.ts';
export type { KeyExchange } from './key-exchange.ts';
export { encryptableCapabilities, type MediaEncryption } from './media-encryption.ts';
