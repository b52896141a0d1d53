import { execFileSync } from 'node:child_process'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '../../fixtures.ts'

/** The same from the command line, over the same text. */
function printed(section: string, text: string): unknown {
  const argv = ['tsx', 'src/cli/proxy-config.ts', section, '-', '--from', 'productpage', '-o', 'json']
  return JSON.parse(execFileSync('npx', argv, { input: text, encoding: 'utf8' }))
}

test('the routes table marks the request in focus, leads to its line and copies what the command prints', async ({
  app,
  page,
  editor,
  inspector,
}) => {
  const text = await editor.text()
  await app.advance(6000)
  await page.getByTestId('stage').click({ position: { x: 5, y: 5 } })
  await page.keyboard.press('t')
  await expect(inspector.trace).toContainText('flag NC')
  await inspector.show('Proxy')
  const proxy = page.getByTestId('proxy')
  await expect(proxy.getByRole('button', { name: /^Routes \d/ })).toHaveAttribute('aria-pressed', 'true')
  const row = proxy.getByRole('row').filter({ hasText: 'The request in focus' })
  await expect(row).toHaveCount(1)
  await expect(row).toContainText('reviews.default')
  await expect(row).toContainText(/\d %/)

  await row.getByRole('button').press('Enter')
  await expect(proxy).toContainText(/[\d,]+ of [\d,]+ requests/)
  await expect(editor.line('name: canary')).toBeVisible()
  await expect(proxy.getByLabel('Envoy JSON of the row')).toContainText('"weightedClusters"')

  await proxy.getByRole('button', { name: 'Copy as JSON' }).click()
  await expect.poll(() => page.evaluate(async () => (await navigator.clipboard.readText()).startsWith('['))).toBe(true)
  const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText())) as unknown
  expect(copied).toEqual(printed('routes', text))
})

test('clusters, endpoints and listeners are listed, filtered and reached by keys', async ({ app, page, inspector }) => {
  await app.advance(3000)
  await inspector.show('Proxy')
  const proxy = page.getByTestId('proxy')
  await proxy.getByRole('button', { name: /^Clusters/ }).click()
  await expect(proxy.getByRole('columnheader', { name: 'DESTINATION RULE' })).toBeAttached()
  await proxy.getByRole('searchbox').fill('blackhole')
  await expect(proxy.getByRole('row')).toHaveCount(2)
  await proxy.getByRole('searchbox').fill('no such thing')
  await expect(proxy).toContainText('No row holds this text.')
  await proxy.getByRole('searchbox').fill('')
  await proxy.getByRole('button', { name: /^Endpoints/ }).click()
  await expect(proxy.getByRole('columnheader', { name: 'OUTLIER CHECK' })).toBeAttached()
  const rows = proxy.locator('tbody').getByRole('button')
  await rows.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(rows.nth(1)).toBeFocused()
  await proxy.getByRole('button', { name: /^Listeners/ }).click()
  await expect(proxy.getByRole('row').filter({ hasText: 'Route: 9080' })).toContainText('100 %')
})

for (const theme of ['light', 'dark'] as const) {
  for (const [name, width, height] of [
    ['wide', 1440, 900],
    ['phone', 390, 844],
  ] as const) {
    test(`axe finds nothing on the Proxy tab, ${theme}, ${name}`, async ({ page, baseURL }, info) => {
      await page.emulateMedia({ colorScheme: theme })
      await page.setViewportSize({ width, height })
      await page.goto(baseURL ?? './')
      await expect(page.getByTestId('headline')).toContainText(/requests (will )?die/)
      if (name === 'phone') await page.getByRole('button', { name: 'Trace', exact: true }).click()
      await page.getByRole('tab', { name: 'Proxy' }).click()
      const proxy = page.getByTestId('proxy')
      await proxy.locator('tbody').getByRole('button').first().click()
      await expect(proxy.getByLabel('Envoy JSON of the row')).toBeVisible()
      await page.screenshot({ path: info.outputPath(`proxy-${theme}-${name}.png`) })
      const { violations } = await new AxeBuilder({ page })
        .include('aside')
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .analyze()
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`),
      ).toEqual([])
    })
  }
}
