import { afterAll, beforeAll, beforeEach } from 'vitest';
import { createDemoVerifier } from '../../../server/src/api/accounts/identity/verifier/demo-verifier.ts';
import { createHttpVerifier } from '../../../server/src/api/accounts/identity/verifier/http-verifier.ts';
import { inventedResidentNumber } from '../../../shared/src/accounts/resident-number.ts';
import { MovableClock } from '../../support/clock.ts';
import { IdentityService } from '../../support/identity-service.ts';
import { itKeepsTheVerifierContract } from '../../support/verifier-contract.ts';

let service: IdentityService;
const known = { name: '李伟', documentType: 'resident-id' as const, number: '11010519491231002X' };
const wrongNumber = { ...known, number: '440524188001010014' };

beforeAll(async () => {
  service = await IdentityService.start();
  service.issue(known.documentType, known.number, known.name);
});
afterAll(() => service.close());
beforeEach(() => void (service.fault = null));

const faults = ['status', 'nonsense', 'other-words', 'too-large', 'redirect', 'hang-up', 'silence'] as const;

itKeepsTheVerifierContract('the HTTP adapter', () => ({
  verifier: createHttpVerifier({
    url: service.url,
    token: service.token,
    provider: 'test register',
    clock: new MovableClock(),
  }),
  known,
  wrongNumber,
  unanswered: faults.map((fault) => ({ what: fault, begin: () => void (service.fault = fault), claim: wrongNumber })),
}));

itKeepsTheVerifierContract('the HTTP adapter with a wrong token', () => {
  const make = (token: string) =>
    createHttpVerifier({ url: service.url, token, provider: 'test register', clock: new MovableClock() });
  const right = make(service.token);
  const wrong = make('another-token-5678');
  let verifier = right;
  return {
    verifier: { provider: 'test register', verify: (claim) => verifier.verify(claim) },
    known,
    wrongNumber,
    unanswered: [{ what: 'credentials refused', begin: () => void (verifier = wrong), claim: wrongNumber }],
  };
});

const person = { birthDate: '1980-05-01', sex: 'male' as const };
itKeepsTheVerifierContract('the demo adapter', () => ({
  verifier: createDemoVerifier(new MovableClock()),
  known: { ...known, number: inventedResidentNumber(person, 1) },
  wrongNumber: known,
  unanswered: [
    { what: 'a number made for it', claim: { ...known, number: inventedResidentNumber(person, 40) } },
    { what: 'a passport made for it', claim: { name: 'Anna', documentType: 'passport', number: 'DEMO8' } },
  ],
}));
