import type { Locator, Page } from '@playwright/test'

export class Timeline {
  readonly root: Locator
  readonly play: Locator
  readonly pause: Locator

  constructor(page: Page) {
    this.root = page.getByTestId('timeline')
    this.play = this.root.getByRole('button', { name: /^Play/ })
    this.pause = this.root.getByRole('button', { name: /^Pause/ })
  }
}
