import { median } from '../load.ts';
import { type CDPSession, chromium, type Page } from 'playwright-core';

export interface Measured {
  name: string;
  text: string;
  met: boolean;
}

const lcpMsMax = 2_000;
const slowDown = 4;
const framesMin = 58;
const runs = 5;
const widths = [390, 1440];

/** The library's first page and all of its exercises on one page, in Chromium. */
export async function measurePages(url: string, count: number): Promise<Measured[]> {
  const all = `${url}/practice/poses?shown=${count}`;
  await drawPictures(all);
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--no-first-run'],
  });
  try {
    const visit = async <T>(width: number, work: (page: Page, cdp: CDPSession) => Promise<T>) => {
      const context = await browser.newContext({ viewport: { width, height: 844 } });
      const page = await context.newPage();
      try {
        return await work(page, await context.newCDPSession(page));
      } finally {
        await context.close();
      }
    };
    const measured: Measured[] = [];
    for (const path of ['/practice', '/practice/poses'])
      for (const width of widths) {
        const loads = [];
        for (let run = 0; run < runs; run += 1)
          loads.push(await visit(width, (page, cdp) => firstLoad(page, cdp, url + path)));
        measured.push(...paintsOf(`${path} at ${width} px`, loads));
      }
    for (const width of widths)
      measured.push(...(await visit(width, (page, cdp) => scrollThrough(page, cdp, all))));
    return measured;
  } finally {
    await browser.close();
  }
}

/**
 * Asks for the pictures of a page, as its first visitors did: the product draws each once and keeps it. Here it
 * would draw them on the processor that the browser is measured on.
 */
async function drawPictures(address: string): Promise<void> {
  const page = await (await fetch(address)).text();
  const waiting = [...new Set(page.match(/\/figures\/[^" ,]+\.webp/g))];
  const began = performance.now();
  const count = waiting.length;
  const draw = async () => {
    for (let path = waiting.pop(); path; path = waiting.pop()) {
      const answer = await fetch(new URL(path, address));
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, draw));
  console.log(`${count} pictures drawn in ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

interface Load {
  lcpMs: number;
  shift: number;
  /** What moved. */
  moved: string[];
}

/** In a context of its own, so nothing is in its cache; the processor four times slower. */
async function firstLoad(page: Page, cdp: CDPSession, address: string): Promise<Load> {
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  await page.addInitScript(watchPaints);
  await page.goto(address, { waitUntil: 'networkidle' });
  // The network may be idle before anything was painted.
  await page.waitForFunction(() => (globalThis as unknown as { paints: Load }).paints.lcpMs > 0);
  return page.evaluate(() => (globalThis as unknown as { paints: Load }).paints);
}

/** What the DOM's types do not have yet: https://wicg.github.io/layout-instability/#sec-layout-shift */
interface Shift {
  value: number;
  sources: { node: Node | null }[];
}

/** Runs in the page. */
function watchPaints(): void {
  const paints = { lcpMs: 0, shift: 0, moved: [] as string[] };
  Object.assign(globalThis, { paints });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) paints.lcpMs = Math.max(paints.lcpMs, entry.startTime);
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as Shift[]) {
      paints.shift += entry.value;
      paints.moved.push(...entry.sources.map(({ node }) => node?.textContent?.slice(0, 30) ?? '?'));
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

function paintsOf(name: string, loads: readonly Load[]): Measured[] {
  const times = loads.map(({ lcpMs }) => lcpMs);
  const [middle, worst] = [median(times), Math.max(...times)];
  const shift = Math.max(...loads.map((one) => one.shift));
  const moved = new Set(loads.flatMap((one) => one.moved));
  return [
    {
      name: `${name}: largest paint`,
      text: `${middle.toFixed(0)} ms, worst of ${loads.length} ${worst.toFixed(0)} ms, ${slowDown}× slow-down, aim < ${lcpMsMax}`,
      met: middle > 0 && middle < lcpMsMax,
    },
    {
      name: `${name}: layout shift`,
      text: `${shift}${shift > 0 ? ` (${[...moved].join(', ')})` : ''}, aim 0`,
      met: shift === 0,
    },
  ];
}

const pixels = 24_000;
const pixelsPerSecond = 3_000;

/** Scrolls as a finger does, and counts the frames that the page's thread and the compositor showed. */
async function scrollThrough(page: Page, cdp: CDPSession, address: string): Promise<Measured[]> {
  await page.addInitScript(watchPaints);
  await page.goto(address, { waitUntil: 'load' });
  const cards = await page.locator('#poses > li').count();
  await page.evaluate(watchFrames);
  const width = page.viewportSize()?.width ?? 0;
  await cdp.send('Input.synthesizeScrollGesture', {
    x: 180,
    y: 400,
    yDistance: -pixels,
    speed: pixelsPerSecond,
    gestureSourceType: 'mouse',
  });
  const { frames, seconds, longest, moved, shift } = await page.evaluate(readFrames);
  const perSecond = frames / seconds;
  return [
    {
      name: `scrolling ${cards} poses at ${width} px`,
      text: `${perSecond.toFixed(1)} frames per second over ${moved} pixels, longest ${longest.toFixed(0)} ms, aim ≥ ${framesMin}`,
      met: perSecond >= framesMin && moved > pixels / 2,
    },
    { name: `scrolling at ${width} px: layout shift`, text: `${shift}, aim 0`, met: shift === 0 },
  ];
}

interface Frames {
  times: number[];
  from: number;
}

/** Runs in the page. */
function watchFrames(): void {
  const frames: Frames = { times: [], from: scrollY };
  Object.assign(globalThis, { frames });
  const next = (now: number): void => {
    frames.times.push(now);
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}

/** Runs in the page. */
function readFrames() {
  const { frames, paints } = globalThis as unknown as { frames: Frames; paints: Load };
  const { times, from } = frames;
  const gaps = times.slice(1).map((time, at) => time - times[at]!);
  return {
    frames: gaps.length,
    seconds: (times.at(-1)! - times[0]!) / 1000,
    longest: Math.max(...gaps),
    moved: Math.round(scrollY - from),
    shift: paints.shift,
  };
}
