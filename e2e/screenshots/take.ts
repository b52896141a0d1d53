import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, Page } from '@playwright/test'
import { chromium } from '@playwright/test'
import { build, preview } from 'vite'
import { LAUNCH_ARGS, environment, findBrowser } from '../find-browser.ts'
import { SIZES, STATES, THEMES, begin, handsOn } from './states.ts'
import type { State } from './states.ts'

const QUALITY = 45

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: import.meta.dirname },
    only: { type: 'string', default: '' },
    /** Lossless and large, to look at closely. */
    png: { type: 'boolean', default: false },
    port: { type: 'string', default: '4184' },
    built: { type: 'string' },
  },
})

const outDir = values.built ?? 'dist-e2e'
if (values.built === undefined) await build({ mode: 'e2e', logLevel: 'warn' })
const server = await preview({
  mode: 'e2e',
  build: { outDir },
  preview: { host: '127.0.0.1', port: Number(values.port), strictPort: true },
})
const found = await findBrowser()
const browser = await chromium.launch({
  executablePath: found.executablePath,
  env: environment(found),
  args: LAUNCH_ARGS,
})
try {
  const chosen = STATES.filter(({ name }) => values.only === '' || values.only.split(',').includes(name))
  for (const state of chosen) for (const theme of THEMES) await take(browser, state, theme)
} finally {
  await browser.close()
  await server.close()
}

async function take(from: Browser, state: State, theme: (typeof THEMES)[number]): Promise<void> {
  const context = await from.newContext({
    ...SIZES[state.size],
    baseURL: `http://127.0.0.1:${values.port}/`,
    colorScheme: theme,
    reducedMotion: state.reducedMotion ? 'reduce' : 'no-preference',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  try {
    const hands = handsOn(await context.newPage())
    await begin(hands, state)
    await settled(hands.page)
    await writeFile(join(values.out, `${state.name}-${theme}.${values.png ? 'png' : 'webp'}`), await shoot(hands.page))
  } catch (problem) {
    throw new Error(`${state.name}, ${theme}`, { cause: problem })
  } finally {
    await context.close()
  }
}

/** What was asked for is there and has been painted. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.evaluate(async () => {
    await document.fonts.ready
    await Promise.all(document.getAnimations().map(animation => animation.finished))
    for (let frame = 0; frame < 30; frame++) await new Promise(requestAnimationFrame)
  })
}

async function shoot(page: Page): Promise<Buffer> {
  if (values.png) return page.screenshot()
  const cdp = await page.context().newCDPSession(page)
  const { data } = await cdp.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY })
  return Buffer.from(data, 'base64')
}
