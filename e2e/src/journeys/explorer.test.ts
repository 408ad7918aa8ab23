import { existsSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { chromium, type Browser, type Page } from 'playwright-core';
import { url, until } from '../kit/index.ts';

const places = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const found = places.find((place) => place !== '' && existsSync(place));

if (found === undefined) {
  console.warn(
    '没有找到浏览器，查询界面的测试未运行。 NO BROWSER WAS FOUND: the explorer was not tested. ' +
      'Install chromium, or say where it is: CHROMIUM=/path/to/chromium.',
  );
}

const inBrowser = found === undefined ? describe.skip : describe;

inBrowser('the explorer, in a browser', () => {
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: found ?? '',
      // Under root there is no sandbox; and no name but this machine's is found at all.
      args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'],
    });
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    complaints = [];
    page = await browser.newPage();
    page.on('console', (line) => {
      if (line.type() === 'error' || line.type() === 'warning') complaints.push(`console: ${line.text()}`);
    });
    page.on('pageerror', (error) => complaints.push(`page: ${error.message}`));
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      const isOwn = origin === url() || protocol === 'blob:' || protocol === 'data:';
      if (!isOwn) complaints.push(`left the origin: ${request.url()}`);
    });
    page.on('response', (answer) => {
      if (answer.status() >= 400) complaints.push(`${answer.status()} ${answer.url()}`);
    });
    await page.goto(`${url()}/explorer`);
    await page.locator('.graphiql-container').waitFor();
  });
  afterEach(() => page.close());

  /** Runs what stands in the editor and answers what came. */
  async function run(): Promise<string> {
    await page.locator('.graphiql-execute-button').click();
    const result = page.locator('.graphiql-response');
    await until(async () => (await result.innerText()).includes('"data"'));
    return result.innerText();
  }

  const choose = (persona: string) => page.getByLabel('persona', { exact: true }).selectOption(persona);

  it('runs an example of the clerk, and one of the director after changing who asks', async () => {
    await choose('clerk');
    const opened = await run();
    await choose('director');
    const overview = await run();

    expect(opened).toContain('"openCase"');
    expect(opened).not.toContain('"errors": [\n    {');
    expect(overview).toContain('云泽市');
    expect(complaints).toEqual([]);
  });
});
