import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { meshText } from '../../src/cli/bench/mesh-text.ts'
import { App } from '../regions/App.ts'
import type { TestApi } from '../regions/App.ts'
import { EditorPane } from '../regions/EditorPane.ts'
import { Inspector } from '../regions/Inspector.ts'
import { LessonPanel } from '../regions/LessonPanel.ts'
import { Presenter } from '../regions/Presenter.ts'
import { StagePane } from '../regions/StagePane.ts'
import { TopBar } from '../regions/TopBar.ts'

/** The page in the hands of somebody who wants to see something. */
export interface Hands {
  readonly page: Page
  readonly app: App
  readonly editor: EditorPane
  readonly inspector: Inspector
  readonly stage: StagePane
  readonly topBar: TopBar
}

export const handsOn = (page: Page): Hands => ({
  page,
  app: new App(page),
  editor: new EditorPane(page),
  inspector: new Inspector(page),
  stage: new StagePane(page),
  topBar: new TopBar(page),
})

export const SIZES = {
  wide: { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 },
  room: { viewport: { width: 1920, height: 1080 }, deviceScaleFactor: 1 },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
}

export const THEMES = ['light', 'dark'] as const

export interface State {
  readonly name: string
  readonly size: keyof typeof SIZES
  readonly reducedMotion?: true
  /** From the opened first example on. */
  readonly reach: (hands: Hands) => Promise<void>
}

const MOMENT_MS = 20_000

/** Time stands: no frame differs from another. */
async function standAt({ app, page }: Hands, atMs = MOMENT_MS): Promise<void> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  if (await page.getByRole('button', { name: /^Pause/ }).isVisible()) await page.keyboard.press('Space')
  await app.sceneAt(atMs)
}

async function example(hands: Hands, title: string | RegExp, atMs = MOMENT_MS): Promise<void> {
  const signature = () => hands.page.evaluate(() => (window as unknown as { meshscope: TestApi }).meshscope.signature())
  const before = await signature()
  await hands.topBar.chooseExample(title)
  await expect.poll(signature).not.toBe(before)
  await standAt(hands, atMs)
}

const press = (key: string) => async (hands: Hands) => {
  await standAt(hands)
  await hands.page.keyboard.press(key)
}

const phoneView = (view: string) => async (hands: Hands) => {
  await standAt(hands)
  await hands.page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: view }).click()
}

/** So many services open as a map. */
async function writeMesh(hands: Hands, services: number): Promise<void> {
  await hands.editor.setText(meshText(services))
  await hands.page.getByTestId('mesh-map').getByRole('button').first().waitFor()
  await standAt(hands)
}

/** The step that the first lesson is about, after ten seconds of it. */
async function lessonStep(hands: Hands): Promise<void> {
  const lesson = new LessonPanel(hands.page)
  await lesson.open('The first match wins')
  await lesson.goTo(3)
  await hands.page.mouse.move(0, 0)
  await standAt(hands, 10_000)
}

/** What a person can come to see. */
export const STATES: readonly State[] = [
  { name: 'broken', size: 'wide', reach: press('t') },
  {
    name: 'healthy',
    size: 'wide',
    reach: async hands => {
      await example(hands, /^Canary 90\/10/)
      await hands.inspector.show('Metrics')
    },
  },
  {
    name: 'pods',
    size: 'wide',
    reach: async hands => {
      // One pod is out, the pool is full, and some are turned away.
      await example(hands, /^Flaky pods/, 9_000)
      await hands.page.getByRole('button', { name: 'Pods', exact: true }).click()
    },
  },
  {
    name: 'stale',
    size: 'wide',
    reach: async hands => {
      await standAt(hands)
      await hands.editor.cursorBehind('- destination:')
      await hands.page.keyboard.press('Backspace')
      await hands.stage.headline.getByText(/^The picture waits/).waitFor()
    },
  },
  {
    name: 'hole',
    size: 'wide',
    reach: async hands => {
      await standAt(hands)
      await hands.stage.part(/^Hole, 503 NC/).click()
    },
  },
  { name: 'still', size: 'wide', reducedMotion: true, reach: standAt },
  { name: 'map', size: 'wide', reach: hands => writeMesh(hands, 20) },
  { name: 'tables', size: 'wide', reach: press('v') },
  { name: 'palette', size: 'wide', reach: press('ControlOrMeta+k') },
  { name: 'share', size: 'wide', reach: press('s') },
  { name: 'export', size: 'wide', reach: press('x') },
  { name: 'keys', size: 'wide', reach: press('?') },
  {
    name: 'empty',
    size: 'wide',
    reach: async ({ editor, stage }) => {
      await editor.setText(' ')
      await stage.headline.getByText(/^No traffic yet/).waitFor()
    },
  },
  {
    name: 'presenter',
    size: 'room',
    reach: async hands => {
      await example(hands, /^A rollout/)
      await hands.page.keyboard.press('p')
      await hands.page.getByTestId('lens').waitFor()
      await standAt(hands, 7_000)
    },
  },
  {
    name: 'presenter-loss',
    size: 'room',
    reach: async hands => {
      await standAt(hands)
      await hands.page.keyboard.press('p')
      const { step } = new Presenter(hands.page)
      await step.waitFor()
      for (const at of ['2 / 6', '3 / 6']) {
        await hands.page.keyboard.press('PageDown')
        await step.filter({ hasText: at }).waitFor()
      }
      await standAt(hands)
    },
  },
  { name: 'lesson', size: 'wide', reach: lessonStep },
  { name: 'phone', size: 'phone', reach: standAt },
  { name: 'phone-yaml', size: 'phone', reach: phoneView('YAML') },
  {
    name: 'phone-trace',
    size: 'phone',
    reach: async hands => {
      await standAt(hands)
      await hands.stage.root.getByRole('button', { name: 'Show trace' }).click()
    },
  },
  { name: 'phone-problems', size: 'phone', reach: phoneView('Problems') },
  { name: 'phone-lesson', size: 'phone', reach: lessonStep },
  { name: 'phone-share', size: 'phone', reach: press('s') },
  { name: 'phone-palette', size: 'phone', reach: press('ControlOrMeta+k') },
]

/** Opens the page and brings it there. */
export async function begin(hands: Hands, { size, reach }: State): Promise<void> {
  await hands.app.open()
  // On a phone the text is loaded with its view.
  if (size !== 'phone') await hands.editor.ready()
  await reach(hands)
}
