import { expect, test } from '../../fixtures.ts'

const refuse = (text: string) => text.replace('weight: 60', 'weight: -60')

test('an edit that istiod would refuse leaves the cluster what it had, and everything says so', async ({
  editor,
  stage,
}) => {
  await editor.ready()
  await editor.edit(refuse)
  await expect(stage.headline).toHaveText(/would refuse reviews/)
  await expect(stage.headlineDetail).toHaveText(/so the cluster keeps what it had\./)
  await expect(editor.problems).toContainText('REFUSED')
  await expect(stage.part(/^VirtualService, reviews, .*as accepted before/)).toBeVisible()
  await expect(stage.holes).not.toHaveCount(0)

  await editor.edit(text => text.replace('weight: -60', 'weight: 60'))
  await expect(stage.headlineDetail).not.toHaveText(/keeps what it had/)
  await expect(stage.part(/as accepted before/)).toHaveCount(0)
})

test('what is refused at first takes no part', async ({ page, editor, stage }) => {
  await editor.ready()
  const text = refuse(await editor.text())
  const buffer = Buffer.from(text)
  await page.locator('input[type=file]').setInputFiles([{ name: 'refused.yaml', mimeType: 'text/yaml', buffer }])
  await expect(stage.headlineDetail).toHaveText(/so it takes no part\./)
  await expect(stage.holes).toHaveCount(0)
  await expect(stage.part(/^Default route, reviews/)).toBeVisible()
})
