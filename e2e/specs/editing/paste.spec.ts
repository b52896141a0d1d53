import { expect, test } from '../../fixtures.ts'
import { KUBECTL_LIST } from './kubectl-list.ts'

test('a dump as kubectl prints it is drawn as it is', async ({ app, editor, stage }) => {
  await editor.ready()
  await editor.setText(KUBECTL_LIST)
  await expect(stage.part(/orders/).first()).toBeVisible()
  await expect(stage.part(/orders-v1/).first()).toBeVisible()
  await expect(stage.hole('503 UH')).toBeVisible()
  await app.advance(4000)
  expect((await app.outcomes()).get('nobody')).toBeGreaterThan(0)
})

test('after an emptied text the next one is drawn whole', async ({ editor, stage, topBar }) => {
  await topBar.chooseExample('Canary 90/10')
  await topBar.chooseExample('Reviews canary')
  await editor.ready()
  await editor.setText('# nothing yet')
  await expect(stage.headline).toContainText('No traffic yet')
  await editor.setText(KUBECTL_LIST)
  await expect(stage.hole('503 UH')).toBeVisible()
  await expect(stage.part(/^Rule 1/)).toBeVisible()
  await expect(stage.part(/^Subset, stable/)).toBeVisible()
})

const BOMB = [
  'a0: &a0 [x,x,x,x,x,x,x,x,x]',
  ...Array.from(
    { length: 9 },
    (_, i) =>
      `a${String(i + 1)}: &a${String(i + 1)} [${Array<string>(9)
        .fill(`*a${String(i)}`)
        .join(',')}]`,
  ),
].join('\n')

const HOSTILE: readonly (readonly [name: string, text: string, says: RegExp])[] = [
  ['5 MB', `# ${'x'.repeat(5_000_000)}`, /longer than can be read/],
  ['a billion laughs', BOMB, /alias|anchor/i],
  ['binary bytes', Array.from({ length: 4000 }, (_, i) => String.fromCharCode((i * 37) % 32)).join(''), /YAML/],
  ['10,000 tabs', '\t'.repeat(10_000) + 'a: 1', /tab/i],
  [
    'YAML 1.1 booleans',
    'apiVersion: v1\nkind: Service\nmetadata: { name: a, labels: { on: yes } }\nspec: { ports: [{ port: 80 }] }\n',
    /true/,
  ],
]

for (const [name, text, says] of HOSTILE) {
  test(`${name}: a clear message, nothing lost, the page goes on`, async ({ page, editor }) => {
    await editor.ready()
    await editor.setText(text)
    await expect(editor.problems).toContainText(says, { timeout: 20_000 })
    await editor.undo()
    await expect(page.getByTestId('headline')).toContainText(/requests (will )?die/)
  })
}

test('5 MB of lines arrive in parts while the page goes on, and go as one step', async ({ page, editor }) => {
  await editor.ready()
  const before = await editor.text()
  const framesWhileArriving = page.evaluate(
    () =>
      new Promise<number>(resolve => {
        let frames = 0
        const look = () => {
          const isArriving = document.querySelector('[data-testid=editor] [aria-busy=true]') !== null
          if (isArriving) frames++
          if (frames > 0 && !isArriving) resolve(frames)
          else requestAnimationFrame(look)
        }
        look()
      }),
  )
  await editor.setText('a: bcdefg\n'.repeat(500_000))
  expect(await framesWhileArriving).toBeGreaterThanOrEqual(9)
  await expect(editor.problems).toContainText(/longer than can be read/, { timeout: 20_000 })
  await editor.undo()
  await expect(page.getByTestId('headline')).toContainText(/requests (will )?die/)
  expect(await editor.text()).toBe(before)
})
