import { v7 } from 'uuid';

/** A new id: UUID version 7 (RFC 9562), made in the app, rising with time so that indexes stay compact. */
export function newId(): string {
  return v7();
}
