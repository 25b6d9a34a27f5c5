import { EntitySchema } from 'typeorm';

export interface RefreshTokenRow {
  id: string;
  hospitalId: string;
  sessionId: string;
  /** SHA-256 of the secret; the secret itself is only ever in the cookie. */
  secretHash: Buffer;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
}

export const refreshTokenEntity = new EntitySchema<RefreshTokenRow>({
  name: 'refresh_token',
  columns: {
    id: { type: 'uuid', primary: true },
    hospitalId: { name: 'hospital_id', type: 'uuid' },
    sessionId: { name: 'session_id', type: 'uuid' },
    secretHash: { name: 'secret_hash', type: 'bytea' },
    createdAt: { name: 'created_at', type: 'timestamptz' },
    expiresAt: { name: 'expires_at', type: 'timestamptz' },
    usedAt: { name: 'used_at', type: 'timestamptz', nullable: true },
  },
});
