import type { Locator, Page } from '@playwright/test'

export class TopBar {
  readonly root: Locator
  readonly examples: Locator

  constructor(page: Page) {
    this.root = page.getByRole('banner')
    this.examples = page.getByRole('dialog', { name: 'Examples' })
  }

  async chooseExample(title: string | RegExp): Promise<void> {
    await this.root.getByRole('button', { name: /choose an example/ }).click()
    await this.examples.getByRole('button', { name: title }).click()
  }

  async toggleTheme(): Promise<void> {
    await this.root.getByRole('button', { name: /theme$/ }).click()
  }
}
