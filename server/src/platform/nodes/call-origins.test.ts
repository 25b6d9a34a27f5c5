import { expect, it } from 'vitest';
import { callOriginsOf } from './call-origins.ts';

it.each([
  ['http://localhost:8081', 'http://localhost:8081 ws://localhost:8081'],
  ['https://clinic.example.org/media/node-1', 'https://clinic.example.org wss://clinic.example.org'],
])('pages may connect to the whole origin of a node at %s', (url, origins) => {
  expect(callOriginsOf(url)).toBe(origins);
});
