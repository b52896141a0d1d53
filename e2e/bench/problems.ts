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
      await press(page, 'Backspace', 'subset v(?!\\d)')
      times.push(await press(page, '9', 'subset v9'))
      await press(page, 'Backspace', 'subset v(?!\\d)')
      await press(page, '2', '^(?!.*defines subset v)')
    }
  })
  return {
    [`${name}.shown.ms`]: quantile(times, 0.5),
    [`${name}.shown.p95.ms`]: quantile(times, 0.95),
    [`${name}.workers.ms`]: recorded.workersMs / (4 * EDITS),
    [`${name}.main.ms`]: recorded.mainMs / (4 * EDITS),
  }
}

/** How long it takes until the list under the editor is like that. */
async function press(page: Page, key: string, words: string): Promise<number> {
  await page.evaluate(awaitProblem, words)
  await page.keyboard.press(key)
  return page.evaluate(() => window.problemShown)
}

function awaitProblem(words: string): void {
  window.problemShown = new Promise<number>(resolve => {
    let pressedMs = 0
    const onFrame = (): void => {
      const list = document.querySelector('[data-testid=problems]')?.textContent ?? ''
      if (new RegExp(words, 's').test(list)) resolve(performance.now() - pressedMs)
      else requestAnimationFrame(onFrame)
    }
    const onKey = (event: KeyboardEvent): void => {
      pressedMs = event.timeStamp
      requestAnimationFrame(onFrame)
    }
    window.addEventListener('keydown', onKey, { capture: true, once: true })
  })
}
