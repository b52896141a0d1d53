import type { Locator, Page } from '@playwright/test'

export class LessonPanel {
  readonly page: Page
  readonly root: Locator
  readonly list: Locator
  readonly title: Locator
  readonly goal: Locator
  readonly hints: Locator
  readonly next: Locator
  readonly back: Locator
  readonly startOver: Locator
  readonly spotlight: Locator
  readonly callout: Locator
  /** On a phone: the goal that is left, while the words are folded. */
  readonly goalLine: Locator
  readonly fold: Locator

  constructor(page: Page) {
    this.page = page
    this.root = page.getByTestId('lesson')
    this.list = page.getByTestId('lessons')
    this.title = this.root.getByRole('heading', { level: 2 })
    this.goal = this.root.getByTestId('goal')
    this.hints = this.root.getByTestId('hints')
    this.next = this.root.getByRole('button', { name: /^(Next|All lessons)/ })
    this.back = this.root.getByRole('button', { name: 'Back' })
    this.startOver = this.root.getByRole('button', { name: 'Start over' })
    this.goalLine = this.root.getByTestId('goal-line')
    this.fold = this.root.getByRole('button', { name: 'The lesson’s words' })
    this.spotlight = page.getByTestId('lesson-spotlight')
    this.callout = this.spotlight.locator('g')
  }

  /** By its name, from the palette, which every width has. */
  async open(title: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+k')
    const palette = this.page.getByRole('dialog', { name: 'Everything by its name' })
    await palette.getByRole('combobox').fill(`${title} lesson`)
    await palette.getByRole('option').first().click()
    await this.title.waitFor()
  }

  /** A step, counted from 1. */
  async goTo(step: number): Promise<void> {
    for (let i = 1; i < step; i++) await this.next.click()
    await this.root.getByText(`Step ${String(step)} of`).waitFor()
  }

  /** How a goal stands: its number. */
  number(goal: string): Locator {
    return this.goal.getByRole('listitem').filter({ hasText: goal })
  }
}
