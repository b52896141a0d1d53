import type { Page } from '@playwright/test'
import { quantile } from './record.ts'

const VISITS = 5

/** How long a first visit takes until particles travel, by the wall clock. */
export async function benchVisiting(page: Page, url: string): Promise<Readonly<Record<string, number>>> {
  const times: number[] = []
  for (let i = 0; i < VISITS; i++) {
    await page.goto('about:blank')
    await page.goto(url)
    await page.waitForFunction(() => (window.meshscope?.particles().length ?? 0) > 3)
    times.push(await page.evaluate(() => performance.now()))
  }
  return { 'visit.particles.ms': quantile(times, 0.5) }
}
