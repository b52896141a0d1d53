import type { Locator, Page } from '@playwright/test'

export class TopBar {
  readonly root: Locator
  readonly examples: Locator
  /** The button that says whose proxy is shown. */
  readonly seenBy: Locator
  /** Those to choose from, while the list is open. */
  readonly callers: Locator

  constructor(page: Page) {
    this.root = page.getByRole('banner')
    this.examples = page.getByRole('dialog', { name: 'Examples' })
    this.seenBy = this.root.getByRole('button', { name: /^Seen by/ })
    this.callers = this.root.getByRole('listbox', { name: 'Callers' })
  }

  async lookFrom(workload: string, namespace: string): Promise<void> {
    await this.seenBy.click()
    await this.root
      .getByRole('group', { name: `Namespace ${namespace}` })
      .getByRole('option', { name: workload })
      .click()
  }

  async chooseExample(title: string | RegExp): Promise<void> {
    await this.root.getByRole('button', { name: /choose an example/ }).click()
    await this.examples.getByRole('button', { name: title }).click()
  }

  async toggleTheme(): Promise<void> {
    await this.root.getByRole('button', { name: /theme$/ }).click()
  }
}
