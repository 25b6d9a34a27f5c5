import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { hashPassword } from '../api/accounts/index.ts';
import { operatorAuthenticatorContext } from '../api/operator/index.ts';
import { newId } from '../platform/ids.ts';
import { sealPrivateKey, type KeyEncryption } from '../platform/signing/key-encryption.ts';

/** Adds the operator of the demo installation, without a known password or authenticator: the sign-in page has a card for it. */
export async function addDemoOperator(db: Client, keys: KeyEncryption, now: Date): Promise<void> {
  const id = newId();
  await db.query(
    `INSERT INTO operator (id, email, name, status, password_hash, totp_sealed, demo, created_at)
     VALUES ($1, 'operator@demo.test', '许宁 · Xu Ning', 'active', $2, $3, true, $4) ON CONFLICT (email) DO NOTHING`,
    [
      id,
      await hashPassword(newId() + newId(), null),
      await sealPrivateKey(keys, randomBytes(20), operatorAuthenticatorContext(id)),
      now,
    ],
  );
}
