import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'

/** Where the picture is saved and printed. */
export class ExportDialog {
  readonly page: Page
  readonly root: Locator
  readonly open: Locator
  readonly made: Locator

  constructor(page: Page) {
    this.page = page
    this.root = page.getByRole('dialog', { name: 'Save the picture' })
    this.open = page.getByTestId('stage').getByRole('button', { name: 'Save the picture' })
    this.made = this.root.getByRole('progressbar', { name: 'Made so far' })
  }

  button(kind: 'SVG' | 'PNG' | 'Clip' | 'Print'): Locator {
    return this.root.getByRole('button', { name: new RegExp(`^${kind}`) })
  }

  /** Shown where some of the picture is out of view. */
  part(words: 'Whole picture' | 'Only what is in view'): Locator {
    return this.root.getByRole('radio', { name: words })
  }

  /** The file that the browser was given. */
  async save(kind: 'SVG' | 'PNG' | 'Clip'): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.button(kind).click()])
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
  }
}
