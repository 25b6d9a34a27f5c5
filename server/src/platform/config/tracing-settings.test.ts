import { expect, it } from 'vitest';
import { z } from 'zod';
import { readConfig } from './config.ts';
import { tracingSettings } from './tracing-settings.ts';

const read = (OTEL_EXPORTER_OTLP_HEADERS: string) =>
  readConfig(z.object(tracingSettings), { OTEL_EXPORTER_OTLP_HEADERS }).OTEL_EXPORTER_OTLP_HEADERS;

it('headers for the collector are pairs with percent-encoded values', () => {
  expect(read('')).toEqual({});
  expect(read('authorization=Basic%20YTpi==, x-tenant=a%2Cb')).toEqual({
    authorization: 'Basic YTpi==',
    'x-tenant': 'a,b',
  });
  for (const wrong of ['Bearer secret', 'a=%zz']) expect(() => read(wrong)).toThrow('OTEL_EXPORTER_OTLP_HEADERS');
});
