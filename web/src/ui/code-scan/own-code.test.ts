import { describe, expect, it } from 'vitest';
import { ownCode } from './own-code.ts';

const origin = 'https://hospital.example';
const id = '0199f1de-7c0a-7d55-a4a5-2f7b9a0d6e11';
const secret = 'c2FtcGxlLXNlY3JldC1zYW1wbGU';

describe('A scanned code', () => {
  it.each([`/verify/wuzhen/${id}#${secret}`, `/verify/wuzhen/documents/${id}#${secret}`])('leads to %s', (address) => {
    expect(ownCode(origin + address, origin)).toBe(address);
  });

  it.each([
    ['another site', `https://evil.example/verify/wuzhen/${id}#${secret}`],
    ['another port', `https://hospital.example:8443/verify/wuzhen/${id}#${secret}`],
    ['the own host name as a user name', `https://hospital.example@evil.example/verify/wuzhen/${id}#${secret}`],
    ['a name and password', `https://a:b@hospital.example/verify/wuzhen/${id}#${secret}`],
    ['a script', 'javascript:alert(1)'],
    ['data', `data:text/html,<script>alert(1)</script>`],
    ['no address at all', `/verify/wuzhen/${id}#${secret}`],
    ['another page', `${origin}/pharmacy-invitation/wuzhen/${id}#${secret}`],
    ['a path that leads up', `${origin}/verify/wuzhen/../../sign-out#${secret}`],
    ['a query', `${origin}/verify/wuzhen/${id}?to=//evil.example#${secret}`],
    ['a short secret', `${origin}/verify/wuzhen/${id}#short`],
    ['no secret', `${origin}/verify/wuzhen/${id}`],
    ['markup in the secret', `${origin}/verify/wuzhen/${id}#${secret}<img src=x>`],
    ['line breaks', `${origin}/verify/wuzhen/${id}\n#${secret}\nX`],
    ['a secret that is too long', `${origin}/verify/wuzhen/${id}#${'a'.repeat(400)}`],
    ['an empty text', ''],
  ])('leads nowhere with %s', (_, text) => expect(ownCode(text, origin)).toBeUndefined());
});
