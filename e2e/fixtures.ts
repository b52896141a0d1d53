import { test as base } from '@playwright/test'
import { App } from './regions/App.ts'
import { BreakMenu } from './regions/BreakMenu.ts'
import { EditorPane } from './regions/EditorPane.ts'
import { ExportDialog } from './regions/ExportDialog.ts'
import { Inspector } from './regions/Inspector.ts'
import { Metrics } from './regions/Metrics.ts'
import { StagePane } from './regions/StagePane.ts'
import { Timeline } from './regions/Timeline.ts'
import { TopBar } from './regions/TopBar.ts'
import { watchPage } from './watch-page.ts'

interface Regions {
  /** The page, opened and mounted. A test that asks for any region has it opened. */
  readonly app: App
  readonly breakMenu: BreakMenu
  readonly editor: EditorPane
  readonly exportDialog: ExportDialog
  readonly stage: StagePane
  readonly inspector: Inspector
  readonly metrics: Metrics
  readonly timeline: Timeline
  readonly topBar: TopBar
}

interface Watch {
  readonly quiet: undefined
}

export const test = base.extend<Regions & Watch>({
  // Every test fails when the page says anything on the console, throws, or asks another origin.
  quiet: [
    async ({ page, baseURL }, use) => {
      const complaints = watchPage(page, new URL(baseURL ?? '').origin)
      await use(undefined)
      base.expect(complaints, 'console messages, page errors and foreign requests').toEqual([])
    },
    { auto: true },
  ],
  app: async ({ page }, use) => {
    const app = new App(page)
    await app.open()
    await use(app)
  },
  breakMenu: async ({ app }, use) => use(new BreakMenu(app.page)),
  editor: async ({ app }, use) => use(new EditorPane(app.page)),
  exportDialog: async ({ app }, use) => use(new ExportDialog(app.page)),
  stage: async ({ app }, use) => use(new StagePane(app.page)),
  inspector: async ({ app }, use) => use(new Inspector(app.page)),
  metrics: async ({ app }, use) => use(new Metrics(app.page)),
  timeline: async ({ app }, use) => use(new Timeline(app.page)),
  topBar: async ({ app }, use) => use(new TopBar(app.page)),
})

export { expect } from '@playwright/test'
