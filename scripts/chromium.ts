import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { UserError } from './options.ts';

const localAppData = process.env.LOCALAPPDATA ?? '';

/** Where a browser of the Chromium family usually is. */
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  path.join(localAppData, 'Google', 'Chrome', 'Application', 'chrome.exe'),
];

/** Without a window, in a container, and without a word to any host of its own accord. */
export const chromiumFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Path of an installed browser: `CHROME_PATH`, the usual places, or one that Playwright installed.
 *
 * @throws {UserError} when `CHROME_PATH` names a file that is not there.
 */
export function findChromium(): string | undefined {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new UserError(`CHROME_PATH names ${named}, and there is no such file.`);
  }
  return [...usualPlaces, chromium.executablePath()].find((place) => existsSync(place));
}

function installWithApt(): void {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env: environment });
  // Without a Chinese face the pages of the tests would be measured with empty boxes.
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: environment,
  });
}

/**
 * Path of a browser for the tests. Where there is none it is installed: by apt where we are root on
 * Debian, else by Playwright's installer.
 *
 * @throws {UserError} with one sentence that says what to do, when that fails too.
 */
export function ensureChromium(): string {
  const found = findChromium();
  if (found !== undefined) return found;
  const isRoot = process.getuid?.() === 0;
  process.stdout.write('No browser was found; installing one for the tests.\n');
  try {
    if (isRoot && existsSync('/usr/bin/apt-get')) installWithApt();
    else
      spawnSync(
        process.execPath,
        [path.resolve('node_modules/playwright-core/cli.js'), 'install', 'chromium'],
        { stdio: 'inherit' },
      );
  } catch {
    // What it said is on the terminal; the sentence below says what to do.
  }
  const installed = findChromium();
  if (installed !== undefined) return installed;
  throw new UserError(
    'The tests need a browser: install Chromium or Chrome, or set CHROME_PATH to its executable.',
  );
}
