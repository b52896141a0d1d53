import type { Page } from '@playwright/test'
import { openPage } from './opened.ts'
import { quantile, record } from './record.ts'

const EDITS = 24
/** The name of a rule, which its card shows. */
const NAME = 'canary'

interface Edit {
  /** From the answer to the picture: 1 if it is in the next frame. */
  readonly frames: number
  /** From the key to the picture, by the clock on the wall. */
  readonly ms: number
}

declare global {
  interface Window {
    nextPicture: Promise<Edit>
  }
}

/** A rule of the first example, while it plays, gets a letter more in its name and loses it again. */
export async function benchEditing(page: Page, url: string): Promise<Readonly<Record<string, number>>> {
  await page.addInitScript(watchAnswers)
  const editor = await openPage(page, url)
  await editor.cursorBehind(`- name: ${NAME}`)
  const taken: Edit[] = []
  const recorded = await record(page, async () => {
    for (let i = 0; i < EDITS; i++) {
      const letter = i % 2 === 0 ? 'abcdefghijkl'[i / 2] : undefined
      await page.evaluate(awaitPicture, `${NAME}${letter ?? ''}`)
      await page.keyboard.press(letter ?? 'Backspace')
      taken.push(await page.evaluate(() => window.nextPicture))
    }
  })
  const times = taken.map(({ ms }) => ms)
  return {
    'edit.frames': Math.max(...taken.map(({ frames }) => frames)),
    'edit.ms': quantile(times, 0.5),
    'edit.p95.ms': quantile(times, 0.95),
    'edit.workers.ms': recorded.workersMs / EDITS,
    'edit.main.ms': recorded.mainMs / EDITS,
  }
}

/** Tells the page when a picture comes from the engine, before the app hears of it. */
function watchAnswers(): void {
  window.Worker = new Proxy(Worker, {
    construct(target, [url, options]: ConstructorParameters<typeof Worker>) {
      const worker = new target(url, options)
      worker.addEventListener('message', ({ data }: MessageEvent<{ readonly kind?: string } | undefined>) => {
        if (data?.kind === 'picture') window.dispatchEvent(new Event('picture'))
      })
      return worker
    },
  })
}

/** Watches from the next key on until the stage says so. */
function awaitPicture(words: string): void {
  window.nextPicture = new Promise<Edit>(resolve => {
    let pressedMs = 0
    let frames = 0
    const isShown = (): boolean => [...document.querySelectorAll('svg text')].some(one => one.textContent === words)
    const onFrame = (): void => {
      frames++
      if (isShown()) resolve({ frames, ms: performance.now() - pressedMs })
      else requestAnimationFrame(onFrame)
    }
    const onKey = (event: KeyboardEvent): void => {
      pressedMs = event.timeStamp
      window.addEventListener('picture', () => requestAnimationFrame(onFrame), { once: true })
    }
    window.addEventListener('keydown', onKey, { capture: true, once: true })
  })
}
