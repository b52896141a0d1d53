import { readFile } from 'node:fs/promises'
import { expect, test } from '../../fixtures.ts'
import { App } from '../../regions/App.ts'
import { EditorPane } from '../../regions/EditorPane.ts'
import { Presenter } from '../../regions/Presenter.ts'
import { ShareDialog } from '../../regions/ShareDialog.ts'
import { violationsOf } from '../../violations-of.ts'

test('a link opens at the same text, moment, caller and request', async ({ page, app, topBar, editor, timeline }) => {
  await editor.ready()
  await timeline.pause.click()
  await app.sceneAt(12_340)
  await page.keyboard.press('t')
  await expect(page.getByText(/^Request \d+$/)).toBeVisible()
  const request = await page.getByText(/^Request \d+$/).innerText()
  const nowMs = await page.evaluate(() => (window as unknown as { meshscope: { nowMs(): number } }).meshscope.nowMs())
  const scene = await app.sceneAt(nowMs)
  const text = await editor.text()

  await topBar.root.getByRole('button', { name: 'Share' }).click()
  const share = new ShareDialog(page)
  await expect(share.root).toContainText('The link holds the text. Nothing is uploaded.')
  await share.root.getByRole('button', { name: 'Copy link' }).click()
  await expect(share.root.getByRole('status').first()).toHaveText('Copied')
  expect(await violationsOf(page)).toEqual([])
  const link = await page.evaluate(() => navigator.clipboard.readText())
  await expect(share.root).toContainText(`${link.length.toLocaleString('en')} characters.`)

  const other = await page.context().newPage()
  await other.goto(link)
  const opened = new App(other)
  await expect(other.getByText(request, { exact: true })).toBeVisible()
  expect(await new EditorPane(other).text()).toBe(text)
  const there = await other.evaluate(() => (window as unknown as { meshscope: { nowMs(): number } }).meshscope.nowMs())
  expect(there).toBe(Math.round(nowMs))
  expect((await opened.sceneAt(nowMs)).tally).toEqual(scene.tally)
  await expect(other.getByTestId('trace')).toBeVisible()
})

const SMALL = '/s/1.q1YqSa0oUbJSSrRSSIrJU9JRykvMTVWyUqpQ0lFKLPEtVrIyrAUA'

test('a link takes nothing away: undo brings the text back, and so does the next visit', async ({
  page,
  app,
  editor,
  topBar,
}) => {
  await editor.ready()
  await topBar.chooseExample('Mirror to a new version')
  await expect(topBar.root).toContainText('Mirror to a new version')
  const own = await editor.text()
  await page.evaluate(hash => (location.hash = hash), SMALL)
  await expect(editor.line('a: b')).toBeVisible()
  expect(new URL(page.url()).hash).toBe(`#${SMALL}`)
  const next = await page.context().newPage()
  const later = new App(next)
  await later.open()
  expect(await new EditorPane(next).text()).toBe(own)

  await editor.undo()
  expect(await editor.text()).toBe(own)
  // What is shown is not what the link says any more.
  expect(new URL(page.url()).hash).toBe('')
  await app.reload()
  expect(await editor.text()).toBe(own)
})

test('a link that is cut off, or of a later version, says so and changes nothing', async ({ page, app, editor }) => {
  await editor.ready()
  const before = await editor.text()
  await page.evaluate(hash => (location.hash = hash), SMALL.slice(0, 30))
  const alert = page.getByRole('alert').filter({ hasText: 'link' })
  await expect(alert).toContainText('This link cannot be opened. It is cut off or changed')
  expect(await violationsOf(page)).toEqual([])
  expect(await editor.text()).toBe(before)
  expect(new URL(page.url()).hash).toBe('')
  await alert.getByRole('button', { name: 'Close' }).click()
  await expect(alert).toHaveCount(0)

  await page.goto('about:blank')
  await app.open(SMALL.replace('1.', '2.'))
  await expect(alert).toContainText('made by a newer Meshscope')
  expect(await editor.text()).toBe(before)
})

test('a file holds the whole state, and dropping it in opens it', async ({ page, app, editor, timeline, topBar }) => {
  await editor.ready()
  await timeline.pause.click()
  await app.sceneAt(5_000)
  const text = await editor.text()
  await topBar.root.getByRole('button', { name: 'Share' }).click()
  const share = new ShareDialog(page)
  const download = page.waitForEvent('download')
  await share.root.getByRole('button', { name: 'Save all that the link holds' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('Reviews-canary.meshscope.json')
  const content = await readFile(await file.path())
  await page.keyboard.press('Escape')

  await topBar.chooseExample('Mirror to a new version')
  await expect(topBar.root).toContainText('Mirror to a new version')
  const input = page.locator('input[type=file]')
  await input.setInputFiles({ name: 'any.meshscope.json', mimeType: 'application/json', buffer: content })
  await expect(topBar.root).toContainText('Reviews canary')
  expect(await editor.text()).toBe(text)
  await expect(timeline.play).toBeVisible()
  await expect(timeline.root).toContainText('5.00 s')
})

test('a link may begin as a presentation', async ({ page, topBar }) => {
  await topBar.root.getByRole('button', { name: 'Share' }).click()
  const share = new ShareDialog(page)
  const plain = await share.link.inputValue()
  await share.root.getByRole('radio', { name: /presented/ }).check()
  await expect(share.link).not.toHaveValue(plain)
  const link = await share.link.inputValue()
  await page.goto('about:blank')
  await page.goto(link)
  const presenter = new Presenter(page)
  await expect(presenter.title).toBeVisible()
  await expect(page.getByRole('banner')).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(presenter.title).toBeHidden()
  await expect(page.getByRole('banner')).toBeVisible()
})

test('in a frame of a page of text nothing is cut off', async ({ page, app }) => {
  await page.setViewportSize({ width: 700, height: 450 })
  await app.open()
  await expect(page.getByTestId('headline')).toBeInViewport()
  await expect(page.getByTestId('hole')).toBeInViewport()
  await expect(page.getByRole('button', { name: 'Pause' })).toBeInViewport()
  expect(await violationsOf(page)).toEqual([])
})
