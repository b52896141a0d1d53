import type { Page } from '@playwright/test'
import { openPage, until } from './opened.ts'
import { record } from './record.ts'

const HIDDEN_MS = 5000
/** What is kept for a while has been made by then. */
const FROM_S = 120
const TO_S = 600

/** A page that nobody sees for five seconds; then ten minutes of the first example at twentyfold speed. */
export async function benchStaying(page: Page, url: string): Promise<Readonly<Record<string, number>>> {
  await openPage(page, url)
  await until(page, 3000)
  await hide(page, true)
  // Whatever was begun comes to its end.
  await page.waitForTimeout(1000)
  const unseen = await record(page, () => page.waitForTimeout(HIDDEN_MS))
  await hide(page, false)
  await page.getByTestId('speed').selectOption('20')
  const before = await heapAt(page, FROM_S)
  const after = await heapAt(page, TO_S)
  return {
    'hidden.frames': unseen.frames.length,
    'hidden.work.ms': unseen.mainMs + unseen.workersMs,
    'play10min.heap.bytes': after.bytes,
    'play10min.heapGrowth.bytes': after.bytes - before.bytes,
    'play10min.nodes.growth': after.nodes - before.nodes,
  }
}

/** As when another tab is chosen. */
async function hide(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate(is => {
    Object.defineProperty(document, 'hidden', { value: is, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  }, hidden)
}

/** At that second of the run, after a collection. */
async function heapAt(page: Page, second: number): Promise<{ readonly bytes: number; readonly nodes: number }> {
  await until(page, second * 1000)
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const { nodes } = await session.send('Memory.getDOMCounters')
  await session.detach()
  return { bytes: usedSize, nodes }
}
