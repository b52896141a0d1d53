import { expect, test } from '../../fixtures.ts'

test('what istiod would refuse takes no part, and the headline says so first', async ({ editor, stage }) => {
  await editor.ready()
  await editor.edit(text => text.replace('weight: 60', 'weight: -60'))
  await expect(stage.headline).toHaveText(/would refuse reviews/)
  await expect(editor.problems).toContainText('REFUSED')
  await expect(stage.holes).toHaveCount(0)
  await expect(stage.part(/^Default route, reviews/)).toBeVisible()
})
