import { expect, test } from '../../fixtures.ts'

test('an example chosen by keyboard gives the focus to the picture, and Space then plays and pauses', async ({
  app,
  topBar,
  stage,
  timeline,
}) => {
  const { keyboard } = app.page
  await topBar.root.getByRole('button', { name: /choose an example/ }).focus()
  await keyboard.press('Enter')
  await topBar.examples.getByRole('button', { name: /^Canary 90\/10/ }).focus()
  await keyboard.press('Enter')
  await expect(topBar.examples).toHaveCount(0)
  await expect(stage.root.getByRole('region', { name: 'Picture' })).toBeFocused()
  await keyboard.press(' ')
  await expect(timeline.play).toBeVisible()
  await expect(topBar.examples).toHaveCount(0)
  // A dialog that is only looked at gives the focus back to what opened it.
  await topBar.root.getByRole('button', { name: /choose an example/ }).focus()
  await keyboard.press('Enter')
  await keyboard.press('Escape')
  await expect(topBar.root.getByRole('button', { name: /choose an example/ })).toBeFocused()
})

for (const region of ['editor', 'inspector'] as const) {
  test(`the ${region} that is closed with the focus in it leaves it on what opens it again`, async ({
    page,
    editor,
    topBar,
  }) => {
    const [root, inside] =
      region === 'editor'
        ? [editor.root, editor.root.getByRole('button', { name: 'Hide the editor' })]
        : [page.getByRole('tabpanel'), page.getByRole('tab', { name: 'Trace' })]
    await inside.focus()
    await page.keyboard.press(region === 'editor' ? 'Enter' : 'i')
    await expect(root).toBeHidden()
    await expect(topBar.root.getByRole('button', { name: `Show the ${region}` })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(root).toBeVisible()
  })
}

test('Undo of a notice leaves the focus where it was, and the notice goes while it plays', async ({
  page,
  editor,
  stage,
  breakMenu,
  timeline,
}) => {
  await editor.ready()
  const pod = stage.part(/^Pod, reviews-v2-0/)
  const notice = page.getByText(/^From now on reviews-v2-0/)
  const breakIt = async () => {
    await pod.focus()
    await page.keyboard.press('Enter')
    await breakMenu.choice(/503 to all/).focus()
    await page.keyboard.press('Enter')
    await expect(notice).toBeVisible()
    await expect(pod).toBeFocused()
  }
  await breakIt()
  await page.getByRole('button', { name: 'Undo' }).focus()
  await page.keyboard.press('Enter')
  await expect(notice).toHaveCount(0)
  await expect(pod).toBeFocused()
  await expect(pod).not.toHaveAccessibleName(/answers 503/)
  await breakIt()
  await expect(timeline.pause).toBeVisible()
  await expect(notice).toHaveCount(0)
})

test('what the keys lead to is seen, in a picture larger than its window too', async ({ app, page, stage, topBar }) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await topBar.chooseExample('Bookinfo')
  await app.sceneAt(10_000)
  await stage.part(/^Client, client/).focus()
  await page.keyboard.press('End')
  const last = stage.part(/^Pod, /).last()
  await expect(last).toBeFocused()
  await expect(last).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Home')
  await expect(stage.part(/^Client, client/)).toBeInViewport({ ratio: 0.9 })
})
