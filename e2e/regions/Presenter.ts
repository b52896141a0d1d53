import type { Locator, Page } from '@playwright/test'

interface Letters {
  readonly px: number
  readonly words: string
}

/** What a room sees beside the picture. */
export class Presenter {
  readonly title: Locator
  /** `2 / 5` */
  readonly step: Locator
  readonly lens: Locator
  readonly next: Locator
  readonly leave: Locator
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.title = page.getByTestId('presented')
    this.step = page.getByTestId('presenter-step')
    this.lens = page.getByTestId('lens')
    this.next = page.getByRole('button', { name: /^Next: / })
    this.leave = page.getByRole('button', { name: 'Leave the presentation' })
  }

  /** The smallest letters of all that is shown, in pixels of the screen, and what they say. */
  async smallestWords(): Promise<Letters> {
    return this.smallest('main *, [data-testid=presenter-bar] *, [data-testid=lens] *')
  }

  /** The numbers of what is lost: how large in pixels and how heavy their letters are. */
  async numbersOf(hole: Locator): Promise<{ readonly px: number; readonly weight: number }> {
    return hole
      .locator('text')
      .last()
      .evaluate((text: SVGTextElement) => {
        const { fontSize, fontWeight } = getComputedStyle(text)
        return { px: parseFloat(fontSize) * (text.getScreenCTM()?.a ?? 1), weight: Number(fontWeight) }
      })
  }

  /** The same of the picture’s counts and shares; what has a single digit may be the number of a rule. */
  async smallestFigures(): Promise<Letters> {
    return this.smallest('main *', '^\\d[\\d.,·% ]+$')
  }

  private async smallest(of: string, pattern = ''): Promise<Letters> {
    return this.page.evaluate(
      ([among, like]) => {
        const shown = [...document.querySelectorAll(among)]
          .filter(element => element.checkVisibility() && !element.closest('.visually-hidden, title'))
          .filter(element => [...element.childNodes].some(node => node.nodeType === 3 && node.nodeValue?.trim()))
          .filter(element => new RegExp(like).test(element.textContent))
        const sizes = shown.map(element => {
          const svg = element instanceof SVGGraphicsElement ? element : undefined
          return {
            px: parseFloat(getComputedStyle(element).fontSize) * (svg?.getScreenCTM()?.a ?? 1),
            words: element.textContent,
          }
        })
        return sizes.reduce((least, each) => (each.px < least.px ? each : least), { px: Infinity, words: '' })
      },
      [of, pattern] as const,
    )
  }
}
