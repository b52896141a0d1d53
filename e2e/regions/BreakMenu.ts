import type { Locator, Page } from '@playwright/test'

/** What opens beside a pod, a workload, a subset or a link that is pressed. */
export class BreakMenu {
  readonly root: Locator
  readonly choices: Locator

  constructor(page: Page) {
    this.root = page.getByTestId('break-menu')
    this.choices = this.root.getByRole('menuitem')
  }

  choice(name: string | RegExp): Locator {
    return this.root.getByRole('menuitem', { name })
  }
}
