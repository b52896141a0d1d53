import { logDigest } from '../../../src/app/log-digest.ts'
import { SCENARIOS } from '../../../src/scenarios/index.ts'
import { createAnswerer } from '../../../src/worker/answer.ts'
import { expect, test } from '../../fixtures.ts'

const text = SCENARIOS.find(({ id }) => id === 'flaky-pods')?.text ?? ''

/** The same, in this process. */
function digestHere(untilMs: number): string {
  const answer = createAnswerer()({ kind: 'run', id: 1, text, proxy: undefined, traffic: undefined, untilMs })
  if (answer.kind !== 'picture') throw new Error(answer.kind)
  return logDigest(answer.picture.log)
}

test('the same text and seed give the same log in Node and in the browser, whatever is done with time', async ({
  app,
  topBar,
  stage,
  timeline,
}) => {
  await topBar.chooseExample('Flaky pods')
  await expect(stage.root).toContainText('retries 2')
  const first = await app.logDigest()
  expect(first).toEqual({ untilMs: 60_000, digest: digestHere(60_000) })
  await timeline.pause.click()
  await app.sceneAt(9000)
  await app.sceneAt(2000)
  expect(await app.logDigest()).toEqual(first)
  // Near its end the run goes on. What the page has put together of both parts is what a longer run gives at once.
  const longer = { untilMs: 120_000, digest: digestHere(120_000) }
  await app.sceneAt(45_000)
  await expect.poll(() => app.logDigest()).toEqual(longer)
})

test('another seed gives another log', () => {
  const digestOf = (seed: string) => {
    const seeded = text.replace('seed: 42', `seed: ${seed}`)
    const answer = createAnswerer()({
      kind: 'run',
      id: 1,
      text: seeded,
      proxy: undefined,
      traffic: undefined,
      untilMs: 5000,
    })
    return answer.kind === 'picture' ? logDigest(answer.picture.log) : answer.kind
  }
  expect(digestOf('42')).toBe(digestOf('42'))
  expect(digestOf('42')).not.toBe(digestOf('43'))
})
