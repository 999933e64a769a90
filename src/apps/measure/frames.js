// How long scripts run in a frame of the board's map: `npm run frames -- [VANS] [SECONDS]`, against a running demo at DISPATCH_URL.
import { chromium } from 'playwright-core';
import { createServer } from 'vite';

const vans = Number(process.argv[2] ?? 5000);
const seconds = Number(process.argv[3] ?? 10);
const server = await createServer({ root: new URL('..', import.meta.url).pathname, server: { port: 5199, host: '127.0.0.1' }, logLevel: 'error' });
await server.listen();
const browser = await chromium.launch({
  executablePath: process.env.DISPATCH_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1080, height: 560 } });
  page.on('pageerror', error => console.error(error.message));
  await page.goto(`http://127.0.0.1:5199/measure/frames.html?vans=${vans}`);
  await page.waitForSelector('body[data-ready]', { timeout: 120_000 });
  const { frames, gatherings } = await traced(await browser.newBrowserCDPSession(), seconds);
  const told = durations => {
    const sorted = [...durations].sort((a, b) => a - b);
    const at = share => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.toFixed(2);
    return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`;
  };
  console.log(`${vans} vans, ${frames.length} frames in ${seconds} s: script of a frame ${told(frames)}; gathering all marks, once a second, ${told(gatherings)}`);
} finally {
  await browser.close();
  await server.close();
}

/**
 * Milliseconds of the processor's time (a busy machine does not lengthen it): of the callbacks of each painted frame, and of each timer,
 * which gathers the marks anew. A timer falls into one frame of sixty, and is told apart so that few frames a second do not hide it.
 */
async function traced(session, lastsSeconds) {
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  const isOver = new Promise(resolve => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.start', { traceConfig: { includedCategories: ['devtools.timeline'] }, transferMode: 'ReportEvents' });
  await new Promise(resolve => setTimeout(resolve, lastsSeconds * 1000));
  await session.send('Tracing.end');
  await isOver;
  const { pid, tid } = events.find(event => event.name === 'FireAnimationFrame') ?? {};
  const ofPage = name => events.filter(event => event.pid === pid && event.tid === tid && event.name === name);
  const spent = event => (event.tdur ?? event.dur ?? 0) / 1000;
  const paints = ofPage('PrePaint').map(event => event.ts).sort((a, b) => a - b);
  const callbacks = ofPage('FireAnimationFrame');
  const frames = paints.slice(1).map((paint, index) => callbacks.filter(event => event.ts >= paints[index] && event.ts < paint).reduce((sum, event) => sum + spent(event), 0));
  return { frames, gatherings: ofPage('TimerFire').map(spent) };
}
