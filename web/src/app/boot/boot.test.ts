// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { showColour } from '../../features/accounts/sign-in/brand-color.ts';
import { showAs } from '../../features/accounts/preferences/appearance.ts';
import { colorModeKey } from '../page-colors.ts';
import { localeKey } from '../../core/i18n/preferred-locale.ts';
import { pageFiles, type FirstFiles } from './page-files.ts';

const palette = { light: '#0f766e', dark: '#2dd4bf', lightStrong: '#115e59', darkStrong: '#5eead4' };

beforeEach(() => {
  document.head.innerHTML = '<meta name="theme-color" content="#faf9f7" /><link rel="manifest" href="" />';
  localStorage.clear();
});

it('The boot script applies theme, language, appearance and brand as the app stored them', async () => {
  const root = document.documentElement;
  localStorage.setItem(colorModeKey, 'dark');
  localStorage.setItem(localeKey, 'zh-CN');
  showAs({ largerText: true, highContrast: false, reducedMotion: true });
  showColour({ palette });
  root.className = 'light';
  root.style.cssText = '';

  await import('./boot.ts');
  expect([...root.classList].sort()).toEqual(['dark', 'larger-text', 'still']);
  expect(root.lang).toBe('zh-CN');
  expect(root.style.getPropertyValue('--brand-dark')).toBe('#2dd4bf');
  expect(document.querySelector('meta[name="theme-color"]')?.getAttribute('content')).toBe('#141210');
  expect(document.querySelector('link[rel="manifest"]')?.getAttribute('href')).toBe('/zh-CN.webmanifest');
});

describe('The files of a page', () => {
  const list: FirstFiles = {
    names: ['frame', 'home', 'start-en', 'start-zh', 'chat-en', 'chat-zh'],
    texts: { en: { start: [2], chat: [4] }, 'zh-CN': { start: [3], chat: [5] } },
    pages: [
      {
        path: '/visits/(?<visitId>[^/]+)',
        files: [0, 1],
        areas: ['chat'],
        session: true,
        reads: [{ address: '/api/visits/:visitId' }, { address: '/api/patients/:patientId/chart' }],
      },
      { path: '/sign-in', files: [1], areas: [], session: false },
    ],
  };
  const preloads = () =>
    [...document.querySelectorAll<HTMLLinkElement>('link[rel="modulepreload"]')].map((link) =>
      link.getAttribute('href'),
    );

  it('are requested once, with texts in the reader’s language', () => {
    document.head.innerHTML = `<script type="application/json" id="first-files">${JSON.stringify(list)}</script>`;
    const files = pageFiles('zh-CN');
    files?.requestStart();
    files?.request('/visits/7/');
    files?.request('/sign-in');
    files?.request('/nowhere');
    expect(preloads()).toEqual(['start-zh', 'frame', 'home', 'chat-zh'].map((name) => `/assets/${name}.js`));
    expect([files?.needsSession('/visits/7'), files?.needsSession('/sign-in'), files?.needsSession('/x')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('come with what the page reads first, for a patient that it opens for', () => {
    document.head.innerHTML = `<script type="application/json" id="first-files">${JSON.stringify(list)}</script>`;
    const files = pageFiles('en');
    const patient = { patientId: '8', agreementsDue: [] };
    expect(files?.readsOf('/visits/7', patient)).toEqual([
      { address: '/api/visits/7' },
      { address: '/api/patients/8/chart' },
    ]);
    expect(files?.readsOf('/visits/7', { ...patient, patientId: null })).toEqual([]);
    expect(
      files?.readsOf('/visits/7', { ...patient, agreementsDue: [{ kind: 'terms' as const, version: '2' }] }),
    ).toEqual([]);
    expect(files?.readsOf('/sign-in')).toEqual([]);
  });

  it('are unknown in development', () => {
    expect(pageFiles('en')).toBeUndefined();
  });
});
