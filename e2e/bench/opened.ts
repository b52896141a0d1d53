import type { Page } from '@playwright/test'
import { EditorPane } from '../regions/EditorPane.ts'

/** What the builds of `--mode e2e` put on the window, as far as it is used here. */
interface TestApi {
  readonly nowMs: () => number
  readonly signature: () => string | undefined
  readonly particles: () => readonly unknown[]
}

declare global {
  interface Window {
    readonly meshscope?: TestApi
  }
}

/** The page with its first example playing, the editor loaded. */
export async function openPage(page: Page, url: string): Promise<EditorPane> {
  await page.goto(url)
  await page.waitForFunction(() => window.meshscope?.signature() !== undefined)
  const editor = new EditorPane(page)
  await editor.ready()
  return editor
}

/** Until the run has come to that moment. */
export async function until(page: Page, ms: number): Promise<void> {
  await page.waitForFunction(wanted => (window.meshscope?.nowMs() ?? 0) >= wanted, ms, { timeout: 600_000 })
}

/** While it plays for so long. */
export async function playFor(page: Page, ms: number): Promise<void> {
  await until(page, (await page.evaluate(() => window.meshscope?.nowMs() ?? 0)) + ms)
}

/** Replaces the text, and waits for its picture. */
export async function showText(page: Page, editor: EditorPane, text: string): Promise<void> {
  const before = await page.evaluate(() => window.meshscope?.signature())
  await editor.setText(text)
  await page.waitForFunction(was => window.meshscope?.signature() !== was, before, { timeout: 120_000 })
}
