import { expect, it } from 'vitest';
import { demoAddress, hasOwnWindows, windowName } from './demo-address.ts';

const place = (href: string) => new URL(href);

it('Each person of a demo on this machine has an address of their own', () => {
  const addresses = ['patient@demo.test', 'doctor@demo.test'].map((email) =>
    demoAddress(place('http://localhost:8080'), 'wuzhen', email),
  );
  expect(addresses).toEqual([
    'http://patient.wuzhen.localhost:8080/sign-in?as=patient',
    'http://doctor.wuzhen.localhost:8080/sign-in?as=doctor',
  ]);
  expect(demoAddress(place('http://patient.wuzhen.localhost'), 'wuzhen', 'doctor@demo.test')).toBe(
    'http://doctor.wuzhen.localhost/sign-in?as=doctor',
  );
  expect(
    demoAddress(place('http://localhost:8080'), 'wuzhen', 'patient@demo.test', '/demo-visit?doctor=Wang Jingyi'),
  ).toBe('http://patient.wuzhen.localhost:8080/sign-in?as=patient&to=%2Fdemo-visit%3Fdoctor%3DWang%20Jingyi');
  expect(windowName('president@lakeside.demo.test')).toBe('president');
});

it('A demo at another address signs in in the same window', () => {
  expect(['http://localhost:8080', 'http://a.wuzhen.localhost:8080'].map((href) => hasOwnWindows(place(href)))).toEqual(
    [true, true],
  );
  expect(['http://127.0.0.1:8080', 'https://localhost.example.org'].map((href) => hasOwnWindows(place(href)))).toEqual([
    false,
    false,
  ]);
});
