import { expect, test } from '../../fixtures.ts'

test('every code has a page that opens from its link in the list', async ({ page, app }) => {
  test.setTimeout(300_000) // some hundred pages, each with an example that is played twice
  await page.keyboard.press('h')
  const list = page.getByRole('dialog', { name: 'What every problem means' })
  const links = list.getByRole('listitem').getByRole('link')
  await expect(links.first()).toBeVisible()
  const codes = await list.getByRole('listitem').locator('code').allInnerTexts()
  expect(codes.length).toBeGreaterThan(30)
  expect(await list.evaluate(openEach)).toEqual(codes)
  await list.getByRole('searchbox').fill('IST0173')
  await expect(links).toHaveCount(1)
  await list.getByRole('searchbox').fill('')
  await list.getByRole('button', { name: 'By subject' }).click()
  await expect(list.getByRole('region', { name: 'Gateways' })).toBeVisible()
  await expect(links).toHaveCount(codes.length)
  await page.goBack()
  await expect(list).toBeHidden()
  expect(new URL(page.url()).hash).toBe('')
  await expect(app.page).toHaveTitle('Meshscope')
})

test('a page has an address, leaves the text alone, and Back closes it', async ({ page, app, editor }) => {
  await editor.edit(text => `# mine\n${text}`)
  const before = await editor.text()
  await app.open('/problems/IST0101')
  const help = page.getByRole('dialog', { name: 'IST0101' })
  // What the engine makes of both sides.
  const broken = help.getByRole('region', { name: 'Broken' })
  await expect(broken).toContainText('IST0101, line')
  await expect(broken).toContainText(/100 % of \d+ requests: 503 NC/)
  await expect(help.getByRole('region', { name: 'Repaired' })).toContainText('No problems')
  await expect(page).toHaveTitle('IST0101 · Meshscope')
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
  expect(new URL(page.url()).hash).toBe('')
  expect(await editor.text()).toBe(before)

  await editor.problems.getByRole('link', { name: 'IST0101' }).first().click()
  await expect(help).toBeVisible()
  await page.goBack()
  await expect(help).toBeHidden()
  expect(await editor.text()).toBe(before)

  await app.open('/problems/XY1')
  await expect(page.getByRole('dialog')).toContainText('No problem has the code XY1')
})

test('an example is opened broken and repaired, and one step back is the text as it was', async ({ page, editor }) => {
  const before = await editor.text()
  await page.evaluate(() => (location.hash = '#/problems/IST0173'))
  const help = page.getByRole('dialog', { name: 'IST0173' })
  await help.getByRole('button', { name: 'Open broken' }).click()
  await expect(help).toBeHidden()
  await expect(editor.problems.getByRole('link')).toHaveText(['IST0173'])
  await editor.undo()
  expect(await editor.text()).toBe(before)

  await page.evaluate(() => (location.hash = '#/problems/IST0173'))
  await help.getByRole('button', { name: 'Open repaired' }).click()
  await expect(editor.problems).toContainText('No problems')
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  expect(await editor.text()).toBe(before)
})

test('the code in the editor’s hover leads to its page', async ({ page, editor }) => {
  await editor.ready()
  // Paused, so that no line is painted again under the pointer.
  await page.keyboard.press('Space')
  await editor.line(/subset:\sv3/).hover({ position: { x: 130, y: 9 } })
  await page.locator('.monaco-hover').getByRole('link', { name: 'IST0101' }).click()
  await expect(page.getByRole('dialog', { name: 'IST0101' })).toBeVisible()
})

/** Goes through the links of the list and back, as a person does, and tells which pages came up with the focus in them. */
async function openEach(list: Element): Promise<readonly string[]> {
  const until = async (holds: () => boolean) => {
    for (let frame = 0; frame < 600 && !holds(); frame++) await new Promise(requestAnimationFrame)
  }
  const dialog = () => document.querySelector('dialog[open]')
  const links = () => [...(dialog()?.querySelectorAll('li > a:has(> code)') ?? [])]
  const title = list.ariaLabel
  const opened: string[] = []
  for (const code of links().map(link => link.querySelector('code')?.innerText ?? '')) {
    const link = links().find(one => one.querySelector('code')?.innerText === code)
    if (link instanceof HTMLElement) link.click()
    await until(() => dialog()?.ariaLabel === code && document.activeElement?.tagName === 'H3')
    if (dialog()?.ariaLabel === code && document.activeElement?.tagName === 'H3') opened.push(code)
    history.back()
    await until(() => dialog()?.ariaLabel === title && links().length > 0)
  }
  return opened
}
