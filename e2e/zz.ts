import { chromium } from '@playwright/test'
import { LAUNCH_ARGS, environment, findBrowser } from './find-browser.ts'
import { canary, manyDocuments } from '../src/cli/bench/texts.ts'
import { openPage, showText } from './bench/opened.ts'
const found = await findBrowser()
const b = await chromium.launch({ executablePath: found.executablePath, env: environment(found), args: LAUNCH_ARGS })
const page = await (await b.newContext({ viewport: { width: 1440, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] })).newPage()
await page.addInitScript(() => {
  const w = window as any
  w.log = []; w.__name = (f: unknown) => f
  const O = Worker
  w.Worker = class extends O {
    constructor(u: any, o: any) { super(u, o); if (String(u).includes('engine')) { this.addEventListener('message', (e: any) => { w.log.push([performance.now(), 'answer ' + e.data.kind, e.data.id]) }); const p = this.postMessage.bind(this); (this as any).postMessage = (m: any, t: any) => { w.log.push([performance.now(), 'ask ' + m.kind + (m.request?.kind ?? m.question?.kind ?? ''), m.id]); p(m, t) } } }
  }
})
const editor = await openPage(page, process.argv[2]!)
await showText(page, editor, process.argv[3] === 'lesson' ? canary() : manyDocuments(2000, 90))
await editor.cursorBehind('host: reviews, subset: v2')
const out: number[] = []
async function press(key: string, words: string) {
  await page.evaluate(words => {
    ;(window as any).log.length = 0
    ;(window as any).shown = new Promise<number>(resolve => {
      let at = 0
      const f = () => { const l = document.querySelector('[data-testid=problems]')?.textContent ?? ''; if (new RegExp(words, 's').test(l)) { ;(window as any).log.push([performance.now(), 'shown']); resolve(performance.now() - at) } else requestAnimationFrame(f) }
      window.addEventListener('keydown', e => { at = e.timeStamp; (window as any).log.push([at, 'key']); requestAnimationFrame(f) }, { capture: true, once: true })
    })
  }, words)
  await page.keyboard.press(key)
  const ms = await page.evaluate(() => (window as any).shown)
  const log = await page.evaluate(() => (window as any).log)
  console.log(key.padEnd(10), ms.toFixed(0).padStart(5), log.map((l: any) => `${(l[0] - log.find((x: any) => x[1] === 'key')[0]).toFixed(0)}:${l[1]}`).join('  '))
  return ms
}
const wait = Number(process.argv[4] ?? 0)
for (let i = 0; i < 8; i++) {
  for (const [k, w] of [['Backspace', 'subset v(?!\\d)'], ['9', 'subset v9'], ['Backspace', 'subset v(?!\\d)'], ['2', '^(?!.*defines subset v)']] as const) { if (wait) await new Promise(r => setTimeout(r, wait)); out.push(await press(k, w)) }
}
out.sort((a, b) => a - b)
console.log('median', out[out.length >> 1]!.toFixed(0), 'p95', out[Math.floor(out.length * 0.95)]!.toFixed(0), 'max', out.at(-1)!.toFixed(0))
await b.close()
