import type { Page } from '@playwright/test'
import { canary, manyDocuments } from '../../src/cli/bench/texts.ts'
import { openPage, showText } from './opened.ts'
import { quantile, record } from './record.ts'

const EDITS = 12
const DOCUMENTS = 2000

declare global {
  interface Window {
    problemShown: Promise<number>
  }
}

/** From the key that misspells a subset to the problem that names it, in a lesson's text and among 2,000 documents. */
export async function benchProblems(page: Page, url: string): Promise<Readonly<Record<string, number>>> {
  return {
    ...(await misspell(page, url, 'problems.lesson', canary())),
    ...(await misspell(page, url, 'problems.docs2000', manyDocuments(DOCUMENTS, 90))),
  }
}

async function misspell(page: Page, url: string, name: string, text: string) {
  const editor = await openPage(page, url)
  await showText(page, editor, text)
  await editor.cursorBehind('host: reviews, subset: v2')
  const times: number[] = []
  const recorded = await record(page, async () => {
    for (let i = 0; i < EDITS; i++) {
      await page.keyboard.press('Backspace')
      await page.evaluate(awaitProblem, true)
      await page.keyboard.press('9')
      times.push(await page.evaluate(() => window.problemShown))
      await page.keyboard.press('Backspace')
      await page.evaluate(awaitProblem, false)
      await page.keyboard.press('2')
      await page.evaluate(() => window.problemShown)
    }
  })
  return {
    [`${name}.shown.ms`]: quantile(times, 0.5),
    [`${name}.shown.p95.ms`]: quantile(times, 0.95),
    [`${name}.workers.ms`]: recorded.workersMs / (4 * EDITS),
    [`${name}.main.ms`]: recorded.mainMs / (4 * EDITS),
  }
}

/** Watches from the next key on until the list under the editor names the subset, or does no more. */
function awaitProblem(isNamed: boolean): void {
  window.problemShown = new Promise<number>(resolve => {
    let pressedMs = 0
    const onFrame = (): void => {
      const list = document.querySelector('[data-testid=problems]')?.textContent ?? ''
      if (list.includes('subset v9') === isNamed) resolve(performance.now() - pressedMs)
      else requestAnimationFrame(onFrame)
    }
    const onKey = (event: KeyboardEvent): void => {
      pressedMs = event.timeStamp
      requestAnimationFrame(onFrame)
    }
    window.addEventListener('keydown', onKey, { capture: true, once: true })
  })
}
