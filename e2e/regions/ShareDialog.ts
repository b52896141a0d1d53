import type { Locator, Page } from '@playwright/test'

export class ShareDialog {
  readonly root: Locator
  readonly link: Locator
  readonly frame: Locator

  constructor(page: Page) {
    this.root = page.getByRole('dialog', { name: 'Share' })
    this.link = this.root.getByRole('textbox', { name: 'Link' })
    this.frame = this.root.getByRole('textbox', { name: 'Frame' })
  }
}
