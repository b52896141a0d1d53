/** Plays ten minutes of the first example at 20× in the real browser and tells the heap of the page after a collection. */
import { chromium } from '@playwright/test'
import { LAUNCH_ARGS, environment, findBrowser } from '../find-browser.ts'

const url = process.argv[2] ?? 'http://127.0.0.1:4183/'
const MARKS_S = [20, 60, 120, 240, 360, 480, 600]

const found = await findBrowser()
const browser = await chromium.launch({
  executablePath: found.executablePath,
  env: environment(found),
  args: LAUNCH_ARGS,
})
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
await page.goto(url)
await page.getByTestId('speed').selectOption('20')
const session = await page.context().newCDPSession(page)
await session.send('HeapProfiler.enable')
for (const second of MARKS_S) {
  await page.waitForFunction(
    ms => (window as unknown as { meshscope?: { nowMs(): number } }).meshscope!.nowMs() >= ms,
    second * 1000,
    { timeout: 600_000 },
  )
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters')
  console.log(
    `${String(second)} s: ${(usedSize / 1e6).toFixed(2)} MB, ${String(nodes)} nodes, ${String(jsEventListeners)} listeners`,
  )
}
await browser.close()
