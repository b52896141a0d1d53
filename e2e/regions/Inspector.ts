import type { Locator, Page } from '@playwright/test'

export type InspectorTab = 'Trace' | 'Traffic' | 'Metrics' | 'Proxy' | 'Problems'

export class Inspector {
  readonly trace: Locator
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.trace = page.getByTestId('trace')
  }

  async show(tab: InspectorTab): Promise<void> {
    await this.page.getByRole('tab', { name: tab }).click()
  }
}
