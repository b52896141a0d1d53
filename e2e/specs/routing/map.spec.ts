import { meshText } from '../../../src/cli/bench/mesh-text.ts'
import { expect, test } from '../../fixtures.ts'
import { violationsOf } from '../../violations-of.ts'

test('a mesh of 60 services is entered by namespace, by press and by search, and looked at from a caller', async ({
  editor,
  page,
  stage,
  timeline,
  topBar,
}) => {
  await editor.ready()
  await editor.setText(meshText(60))
  // So many are first seen from above.
  const map = page.getByTestId('mesh-map')
  // The bars of one caller beside a map of all.
  await expect(timeline.root).toContainText('seen by web-0.web')
  await expect(map.getByRole('heading', { level: 1 })).toHaveText('6 of 60 services lose requests')
  await expect(map.getByRole('button', { name: /^Namespace/ })).toHaveCount(10)
  await expect(map.getByRole('button', { name: /^Namespace web, 6 services.*loses .*503 NC/ })).toBeVisible()
  expect(await violationsOf(page, '[data-testid=mesh-map]')).toEqual([])

  await map.getByRole('button', { name: /^Namespace web/ }).focus()
  await page.keyboard.press('Enter')
  await expect(map.getByRole('button', { name: /^Service web-/ })).toHaveCount(6)

  await page.keyboard.press('/')
  await page.keyboard.type('shop-1')
  await page.keyboard.press('Enter')
  const focused = map.getByRole('button', { name: /^Service shop-1/ })
  await expect(focused).toHaveAttribute('aria-current', 'true')
  await expect(map.getByRole('button', { name: /^Service web-1.*loses/ })).toBeVisible()
  expect(await violationsOf(page, '[data-testid=mesh-map]')).toEqual([])

  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(map.getByRole('button', { name: /^Service web-/ })).toHaveCount(6)
  await map.getByRole('button', { name: /^Service web-1/ }).click()
  await map.getByRole('button', { name: 'Look from web-1' }).click()
  await expect(map).toBeHidden()
  await expect(topBar.seenBy).toContainText('web-1.web')
  await expect(timeline.root).not.toContainText('seen by')
  await expect(stage.hole('503 NC')).toBeVisible()
})

test('the way from one service to another, hop by hop, leads to the stage that decides a hop', async ({
  editor,
  page,
  stage,
  topBar,
}) => {
  await editor.ready()
  await editor.setText(meshText(60))
  const map = page.getByTestId('mesh-map')
  const words = map.getByRole('complementary', { name: 'In words' })
  await expect(words.getByRole('listitem')).toHaveCount(10)
  await words.getByRole('button', { name: /^shop/ }).click()
  await words.getByRole('button', { name: /^shop-1/ }).click()
  await words.getByLabel('Way here from').selectOption('web/web-0')

  // By a service of its own namespace, or by one of the next: both are two calls.
  await expect(words).toContainText('way 1 of 2')
  await words.getByRole('button', { name: 'Next way' }).click()
  await expect(words).toContainText('way 2 of 2')
  const first = await words.getByRole('button', { name: /^web-0 to/ }).textContent()
  await words.getByRole('button', { name: 'Next way' }).click()
  await expect(words.getByRole('button', { name: /^web-0 to/ })).not.toHaveText(first ?? '')
  if ((first ?? '').includes('web-1')) await words.getByRole('button', { name: 'Next way' }).click()
  await expect(words.getByRole('listitem')).toHaveCount(2)
  await expect(words.getByRole('listitem').last()).toContainText('rule 1 of shop-1: v2, weight 30')
  await expect(words.getByRole('listitem').last()).toContainText('503 NC')
  expect(await violationsOf(page, '[data-testid=mesh-map]')).toEqual([])

  await words.getByRole('button', { name: /to shop-1/ }).click()
  await expect(map).toBeHidden()
  await expect(topBar.seenBy).not.toContainText('web-0')
  await expect(stage.hole('503 NC')).toBeVisible()
})

test('on the map O and P bring what they say, and Esc goes back a level at a time', async ({ editor, page, stage }) => {
  await editor.ready()
  await editor.setText(meshText(60))
  const map = page.getByTestId('mesh-map')
  await map.getByRole('button', { name: /^Namespace web/ }).click()
  await map.getByRole('button', { name: /^Service web-1/ }).click()
  await page.keyboard.press('Escape')
  await expect(map.getByRole('button', { name: 'web', exact: true })).toHaveAttribute('aria-current', 'location')
  await page.keyboard.press('Escape')
  await expect(map.getByRole('button', { name: 'All', exact: true })).toHaveAttribute('aria-current', 'location')

  await page.keyboard.press('o')
  await expect(map).toBeHidden()
  await expect(stage.part(/^Client, web-0/)).toBeVisible()

  await page.keyboard.press('m')
  await expect(map.getByRole('button', { name: /^Namespace web/ })).toBeVisible()
  await page.keyboard.press('p')
  await expect(map).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(map.getByRole('button', { name: /^Namespace web/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(map).toBeHidden()
  await expect(stage.part(/^Client, web-0/)).toBeVisible()
})

test('a large mesh is grouped by namespace or by application, where these are others', async ({ editor, page }) => {
  await editor.ready()
  await editor.setText(meshText(60))
  const map = page.getByTestId('mesh-map')
  await expect(map.getByRole('button', { name: /^Namespace/ })).toHaveCount(10)
  // Each service is an application by itself: no choice.
  await expect(map.getByRole('group', { name: 'Grouped by' })).toBeHidden()

  const odd = (name: string) => (/[13579]$/.test(name) ? 'backoffice' : 'storefront')
  await editor.setText(
    meshText(60).replaceAll(
      /(kind: Service\nmetadata: \{ name: (\S+), .*) \}/g,
      (_, head: string, name: string) => `${head}, labels: { app.kubernetes.io/part-of: ${odd(name)} } }`,
    ),
  )
  await map.getByRole('button', { name: 'Applications' }).click()
  await expect(map.getByRole('button', { name: /^Application \w+, 30 services/ })).toHaveCount(2)
  expect(await violationsOf(page, '[data-testid=mesh-map]')).toEqual([])
  await map.getByRole('button', { name: /^Application backoffice/ }).focus()
  await page.keyboard.press('Enter')
  await expect(map.getByRole('button', { name: /^Service/ })).toHaveCount(30)
  await map.getByRole('button', { name: 'Namespaces' }).click()
  await expect(map.getByRole('button', { name: /^Namespace \w+, 6 services/ })).toHaveCount(10)
})

test('of many services of which nobody says who calls the map is seen first, and says what is assumed', async ({
  editor,
  page,
  stage,
}) => {
  await editor.ready()
  await editor.setText(meshText(20).replace(/---\napiVersion: meshscope[^]*$/, ''))
  const map = page.getByTestId('mesh-map')
  await expect(map).toContainText('Requests are assumed: no Scenario says who calls.')
  await expect(map.getByRole('button', { name: /^Service .*, sends assumed requests/ }).first()).toBeVisible()
  expect(await violationsOf(page, '[data-testid=mesh-map]')).toEqual([])
  await map.getByRole('button', { name: 'Close the map' }).click()
  await expect(stage.part(/^Client, .*, assumed$/)).toBeVisible()
  await page.keyboard.press('m')

  await map.getByRole('button', { name: 'Write it down' }).click()
  await expect(map).not.toContainText('assumed')
  await expect(map.getByRole('button', { name: 'Write it down' })).toBeHidden()
  await page.keyboard.press('m')
  await expect(stage.part(/^Client, /)).toBeVisible()
  await expect(stage.part(/^Client, .*, assumed$/)).toBeHidden()
})

test('V shows the map as tables with its own numbers, by key, by button and by name', async ({ editor, page }) => {
  await editor.ready()
  await editor.setText(meshText(20))
  const map = page.getByTestId('mesh-map')
  await expect(map.getByRole('button', { name: 'Service web-1, 10/s, 1 rules, loses 30 %: 503 NC' })).toBeVisible()
  await map.getByRole('button', { name: 'Show as table' }).click()
  const calls = map.getByRole('table', { name: 'Calls' })
  await expect(calls.getByRole('row', { name: 'web-1 shop-1 10/s 100 % 503 NC, 30 %' })).toBeVisible()
  const holes = map.getByRole('table', { name: 'Black holes' })
  await expect(holes.getByRole('row', { name: 'web-1 503 NC shop-1 30 % 3/s' })).toBeVisible()
  expect(await violationsOf(page, '[data-testid=mesh-map]')).toEqual([])
  await page.keyboard.press('v')
  await expect(map.getByRole('group', { name: 'Services and calls' })).toBeVisible()

  await page.keyboard.press('ControlOrMeta+K')
  await page.getByRole('combobox', { name: /^Command, example/ }).fill('as tables')
  await page.keyboard.press('Enter')
  await expect(calls).toBeVisible()
  await calls.getByRole('button', { name: 'Look at web-1' }).focus()
  await page.keyboard.press('Enter')
  await expect(calls.getByRole('rowheader')).toHaveCount(2)
  await expect(map.getByRole('button', { name: 'web-1', exact: true })).toHaveAttribute('aria-current', 'location')
  await map.getByRole('button', { name: 'Show the picture' }).click()
  await expect(map.getByRole('group', { name: 'Services and calls' })).toBeVisible()
})

test('X saves the map as it is seen, and nothing that would have to move', async ({ editor, exportDialog, page }) => {
  await editor.ready()
  await editor.setText(meshText(20))
  const map = page.getByTestId('mesh-map')
  await expect(map.getByRole('button', { name: /^Service web-1/ })).toBeVisible()
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  await page.keyboard.press('x')
  await expect(exportDialog.button('PNG')).toBeVisible()
  await expect(exportDialog.button('Clip')).toBeHidden()
  const { name, bytes } = await exportDialog.save('SVG')
  expect(name).toMatch(/-map\.svg$/)
  const words = await page.evaluate(
    text =>
      [...new DOMParser().parseFromString(text, 'image/svg+xml').querySelectorAll('text')].map(
        each => each.textContent,
      ),
    bytes.toString('utf8'),
  )
  for (const each of ['2 of 20 services lose requests', 'web-1', 'pay-3', '503 NC', '30 %'])
    expect(words).toContain(each)
})
