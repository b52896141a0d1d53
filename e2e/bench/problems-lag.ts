/** How long after a key problems say what it broke, and the picture shows it: in the middle of 2,000 documents, and of the lesson. */
import { chromium } from '@playwright/test'
import type { Page } from '@playwright/test'
import { canary, manyDocuments } from '../../src/cli/bench/texts.ts'
import { LAUNCH_ARGS, environment, findBrowser } from '../find-browser.ts'

const url = process.argv[2] ?? 'http://127.0.0.1:4183/'
const EDITS = 12
/** From the end of the text to the weight of the last leg, and to its subset. */
const LINES_UP = 11

const found = await findBrowser()
const browser = await chromium.launch({
  executablePath: found.executablePath,
  env: environment(found),
  args: LAUNCH_ARGS,
})
for (const [name, text] of [
  ['lesson', canary()],
  ['2,000 documents', manyDocuments(2000, 90)],
] as const) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await open(page, text)
  const lags: number[] = []
  for (let i = 0; i < EDITS; i++) lags.push(await edit(page, i % 2 === 0 ? '9' : '2'))
  const [least, middle, most] = [0, 0.5, 1].map(p =>
    lags.sort((a, b) => a - b)[Math.round(p * (EDITS - 1))]!.toFixed(0),
  )
  console.log(`${name}: ${least!} ms at least, ${middle!} ms in the middle, ${most!} ms at most`)
  await page.close()
}
await browser.close()

async function open(page: Page, text: string): Promise<void> {
  await page.addInitScript(
    kept => localStorage.setItem('meshscope.document', kept),
    JSON.stringify({ text, fileName: 'bench.yaml' }),
  )
  await page.goto(url)
  await page.locator('.monaco-editor [role=textbox]').first().focus({ timeout: 60_000 })
  await page.keyboard.press('Control+End')
  for (let i = 0; i < LINES_UP; i++) await page.keyboard.press('ArrowUp')
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
}

/** From the key that writes a subset's last letter to the problem that names it, or to its absence. */
async function edit(page: Page, letter: string): Promise<number> {
  await page.keyboard.press('Backspace')
  await page.waitForTimeout(1500)
  await page.evaluate(`(() => {
    const isThere = ${String(letter === '9')}
    const problems = () => document.querySelector('[data-testid=problems]')?.textContent ?? ''
    window.lag = new Promise(resolve => {
      let pressed
      addEventListener('keydown', () => { pressed ??= performance.now() }, { capture: true, once: true })
      const look = () => {
        if (pressed !== undefined && /subset v9/.test(problems()) === isThere && !/subset v[^0-9]/.test(problems())) resolve(performance.now() - pressed)
        else requestAnimationFrame(look)
      }
      look()
    })
  })()`)
  await page.keyboard.type(letter)
  return page.evaluate<number>('window.lag')
}
