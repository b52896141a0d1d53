import { expect, test } from '../../fixtures.ts'

const FILTER = `---
apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: { name: lua, namespace: default }
spec: {}
`

test('what the picture leaves out is said at its line and leads to the ledger', async ({ page, editor, stage }) => {
  const before = await stage.headline.innerText()
  await editor.edit(text => text + FILTER)
  await page.getByRole('tab', { name: /Problems/ }).click()
  const notes = page.getByTestId('notes')
  await expect(notes).toContainText('Simplified or left out here')
  await expect(stage.headline).toContainText(before.slice(0, 10))
  await expect(editor.problems).not.toContainText('Not part of the picture')
  await notes.locator('summary').click()
  await notes.getByRole('button', { name: /EnvoyFilter lua/ }).click()
  await expect(editor.line(/kind:\sEnvoyFilter/)).toBeInViewport()
  await notes
    .getByRole('listitem')
    .filter({ hasText: 'EnvoyFilter lua' })
    .getByRole('link', { name: 'In the ledger of fidelity' })
    .click()
  const ledger = page.getByRole('dialog', { name: 'How faithful the picture is' })
  await expect(ledger.locator('[aria-current=true]')).toContainText('EnvoyFilters change what istiod generates')
  await page.keyboard.press('Escape')
  await expect(ledger).toBeHidden()
  expect(new URL(page.url()).hash).toBe('')
})

test('the ledger opens by key, is filtered, and has an address', async ({ page, app }) => {
  await page.keyboard.press('l')
  const ledger = page.getByRole('dialog', { name: 'How faithful the picture is' })
  await ledger.getByRole('button', { name: /^absent/ }).click()
  await expect(ledger.getByRole('listitem').first()).toContainText('absent')
  await expect(ledger.getByRole('listitem').filter({ hasText: 'modelled' })).toHaveCount(0)
  await ledger.getByRole('searchbox').fill('authorizationpolicies allow')
  await expect(ledger.getByRole('listitem')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(ledger).toBeHidden()

  await app.open('/fidelity')
  await expect(ledger.getByRole('searchbox')).toBeVisible()
  await ledger.getByRole('button', { name: 'Close' }).click()
  await page.keyboard.press('?')
  await page.getByRole('link', { name: 'How faithful the picture is' }).click()
  await expect(ledger.getByRole('searchbox')).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(1)
})
