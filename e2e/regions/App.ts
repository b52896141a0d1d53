import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'

/** What `vite build --mode e2e` puts on the window. */
export interface TestApi {
  /** Moves virtual time on by so much, as if the page had played it. */
  advance(ms: number): void
  /** Undefined until the first picture stands. */
  signature(): string | undefined
  seek(ms: number): void
  /** All that the stage shows, as data. */
  scene(): Scene
  tally(): { readonly total: number; readonly byOutcome: readonly (readonly [string, number])[] }
  digest(): LogDigest | undefined
}

/** What tells one log from another. */
export interface LogDigest {
  readonly untilMs: number
  readonly digest: string
}

export interface Scene {
  readonly chapter: { readonly fromMs: number | undefined; readonly label: string | undefined }
  readonly holes: readonly string[] | undefined
  readonly tally: { readonly total: number; readonly byOutcome: readonly (readonly [string, number])[] }
  readonly particles: readonly { readonly number: number; readonly look: string }[]
}

export class App {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** `hash` goes behind the `#` of the address. */
  async open(hash = ''): Promise<void> {
    await this.page.goto(hash === '' ? './' : `./#${hash}`)
    await this.mounted()
  }

  async reload(): Promise<void> {
    await this.page.reload()
    await this.mounted()
  }

  async advance(ms: number): Promise<void> {
    await this.page.evaluate(by => {
      const { meshscope } = window as unknown as { meshscope?: TestApi }
      if (!meshscope) throw new Error('window.meshscope is missing: is this the build of --mode e2e?')
      meshscope.advance(by)
    }, ms)
  }

  /** Goes to a moment of the run, and tells all that is shown then. */
  async sceneAt(ms: number): Promise<Scene> {
    return this.page.evaluate(at => {
      const { meshscope } = window as unknown as { meshscope: TestApi }
      meshscope.seek(at)
      return meshscope.scene()
    }, ms)
  }

  /** How many requests have landed, by outcome. */
  async outcomes(): Promise<ReadonlyMap<string, number>> {
    const pairs = await this.page.evaluate(() => {
      const { meshscope } = window as unknown as { meshscope: TestApi }
      return meshscope.tally().byOutcome
    })
    return new Map(pairs)
  }

  /** Of the log that the page has. */
  async logDigest(): Promise<LogDigest | undefined> {
    return this.page.evaluate(() => (window as unknown as { meshscope: TestApi }).meshscope.digest())
  }

  private async mounted(): Promise<void> {
    await expect(this.page.getByTestId('stage')).toBeVisible()
    await this.page.waitForFunction(() => {
      const { meshscope } = window as unknown as { meshscope?: TestApi }
      return meshscope?.signature() !== undefined
    })
  }
}
