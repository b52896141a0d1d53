import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'

/** The text and the problems under it. It is driven as a person does: by keys and the clipboard. */
export class EditorPane {
  readonly root: Locator
  /** Monaco itself. */
  readonly code: Locator
  readonly problems: Locator
  /** There only when Monaco has loaded; before that the text is readable, not editable. */
  readonly input: Locator
  /** What `Ctrl .` opens at the cursor. It floats over the page, not in the pane. */
  readonly fixMenu: Locator
  /** The number of the line that the cursor is on. */
  readonly currentLine: Locator
  /** Beside rules: what the request in focus, or all of them, did there. */
  readonly marks: Locator
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.root = page.getByTestId('editor')
    this.code = this.root.locator('.monaco-editor').first()
    this.problems = page.getByTestId('problems')
    this.input = this.root.getByRole('textbox').first()
    this.currentLine = this.root.locator('.line-numbers.active-line-number')
    this.marks = this.root.locator('.glyph-margin-widgets [class*=mark]')
    this.fixMenu = page.locator('.context-view')
  }

  async ready(): Promise<void> {
    await expect(this.input).toBeAttached({ timeout: 15_000 })
  }

  async text(): Promise<string> {
    await this.selectAll()
    await this.page.keyboard.press('ControlOrMeta+C')
    return this.page.evaluate(() => navigator.clipboard.readText())
  }

  /** Pastes over everything. */
  async setText(text: string): Promise<void> {
    await this.page.evaluate(copied => navigator.clipboard.writeText(copied), text)
    await this.selectAll()
    await this.page.keyboard.press('ControlOrMeta+V')
  }

  async edit(change: (text: string) => string): Promise<void> {
    const before = await this.text()
    const after = change(before)
    expect(after, 'the edit changes the text').not.toBe(before)
    await this.setText(after)
  }

  async undo(): Promise<void> {
    await this.focus()
    await this.page.keyboard.press('ControlOrMeta+Z')
  }

  /** Puts the cursor behind the first place where something stands. */
  async cursorBehind(words: string): Promise<void> {
    await this.focus()
    await this.page.keyboard.press('ControlOrMeta+Home')
    await this.page.keyboard.press('ControlOrMeta+F')
    const find = this.root.locator('.find-widget')
    await find.getByRole('textbox', { name: 'Find' }).fill(words)
    await expect(find.locator('.matchesCount')).toContainText('1 of')
    await this.page.keyboard.press('Escape')
    await this.page.keyboard.press('ArrowRight')
  }

  /** What completion offers under a name. */
  suggestion(label: string): Locator {
    const name = this.page.locator('.label-name').filter({ hasText: new RegExp(`^${label}$`) })
    return this.page.locator('.suggest-widget .monaco-list-row').filter({ has: name })
  }

  /** The painted lines, without the ones that are scrolled away. */
  line(text: string | RegExp): Locator {
    return this.root.locator('.view-line').filter({ hasText: text })
  }

  private async focus(): Promise<void> {
    await this.ready()
    await this.input.focus()
  }

  private async selectAll(): Promise<void> {
    await this.focus()
    await this.page.keyboard.press('ControlOrMeta+A')
  }
}
