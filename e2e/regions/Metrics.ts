import type { Locator, Page } from '@playwright/test'

/** The figures of the shown moment, in the inspector. */
export class Metrics {
  readonly root: Locator
  readonly success: Locator
  readonly retries: Locator

  constructor(page: Page) {
    this.root = page.getByTestId('metrics')
    this.success = this.root.getByRole('region', { name: 'Success' })
    this.retries = page.getByTestId('retries')
  }

  /** A chart over time: a slider, by its name. */
  chart(name: string): Locator {
    return this.root.getByRole('slider', { name })
  }

  section(name: string): Locator {
    return this.root.getByRole('region', { name })
  }

  /** `n of N` under the big share. */
  async counts(): Promise<readonly [succeeded: number, landed: number]> {
    const text = await this.success.innerText()
    const [, succeeded = '', landed = ''] = /([\d,]+) of ([\d,]+) since the (?:start|last change)/.exec(text) ?? []
    return [Number(succeeded.replaceAll(',', '')), Number(landed.replaceAll(',', ''))]
  }
}
