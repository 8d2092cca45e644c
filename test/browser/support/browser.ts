import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Product, startProduct } from './product.ts';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How the system's Chromium is started. */
export const quietBrowser = () => ({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: quiet,
});

/** A running product and a browser to visit it with. */
export interface Stage {
  product: Product;
  browser: Browser;
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const browser = await chromium.launch(quietBrowser());
  try {
    const product = await startProduct();
    const close = async (): Promise<void> => {
      await browser.close();
      await product.stop();
    };
    return { product, browser, close };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

export interface Visit {
  page: Page;
  /** What went wrong in the page while nobody looked. */
  faults: string[];
  close(): Promise<void>;
}

/** A visitor of their own: cookies, a phone's window, London's clock. */
export async function openVisit(
  { product, browser }: { product: Pick<Product, 'url'>; browser: Browser },
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: product.url,
    viewport: { width: 390, height: 844 },
    timezoneId: 'Europe/London',
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on('response', (answer) => {
    if (answer.status() >= 500) faults.push(`${answer.url()} answered ${answer.status()}`);
  });
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy'))
      faults.push(`${page.url()}: ${message.text()}`);
  });
  return { page, faults, close: () => context.close() };
}

/** The page has nothing that axe objects to, and nothing sticks out to the side. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  );
  expect(found, `axe on ${page.url()}`).toEqual([]);
  const overhang = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overhang, `sideways scrolling on ${page.url()}`).toBeLessThanOrEqual(0);
}

/** Prints the steps of a journey as they are taken. */
export function journeySteps(name: string): (step: string) => void {
  let count = 0;
  return (step) => console.log(`  ${name} ${(count += 1)}. ${step}`);
}

/** What is read on the page, on one line. */
export async function readText(page: Page, selector = 'main'): Promise<string> {
  return (await page.locator(selector).first().innerText()).replaceAll(/\s+/g, ' ');
}
