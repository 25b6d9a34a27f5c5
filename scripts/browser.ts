import { ensureSystemPackages } from '../server/src/worker-build/system-packages.ts';
import { findProgram, outputOf } from './processes.ts';

/** The headless shell first: it needs a fifth less CPU. */
const BROWSERS = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Sees to what only the tests need of the system: Chromium, the PDF verifier and renderer, a font with Chinese characters. Names the
 * browser to the tests as CHROMIUM_PATH.
 * @throws Error with the command to run where something is missing and can't be installed by us
 */
export function ensureTestPrograms(): void {
  const browser = findBrowser();
  const missing = [
    ...(browser ? [] : ['chromium-headless-shell']),
    ...(findProgram('pdfsig') && findProgram('pdftoppm') ? [] : ['poppler-utils']),
    ...(findProgram('certutil') ? [] : ['libnss3-tools']),
    ...(hasChineseFont() ? [] : ['fonts-noto-cjk']),
  ];
  ensureSystemPackages(missing, 'for the tests in a browser (an own Chromium or Chrome can be named in CHROMIUM_PATH)');
  const path = browser ?? findBrowser();
  if (!path) throw new Error('The tests need Chromium or Chrome: install it, or name its program in CHROMIUM_PATH.');
  process.env['CHROMIUM_PATH'] = path;
}

function findBrowser(): string | undefined {
  const given = process.env['CHROMIUM_PATH'];
  if (!given) return findProgram(...BROWSERS);
  if (outputOf(given, ['--version'])) return given;
  throw new Error(`CHROMIUM_PATH names ${given}, which does not run here.`);
}

/** Other systems than Linux bring such a font along. */
function hasChineseFont(): boolean {
  return process.platform !== 'linux' || outputOf('fc-list', [':lang=zh', 'family']).trim() !== '';
}
