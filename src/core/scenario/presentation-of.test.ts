import { expect, test } from 'vitest'
import { createDecoder } from '../resources/index.ts'
import { createYamlParser, rangeOf } from '../yaml/index.ts'
import { presentationOf } from './presentation-of.ts'
import { theScenario } from './the-scenario.ts'

const SERVICE =
  '---\napiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec:\n  ports:\n  - port: 80\n  - port: 81\n'

function slides(presentation: string) {
  const text = `apiVersion: meshscope/v1\nkind: Scenario\nmetadata: { name: s }\nspec:\n  presentation:\n${presentation}${SERVICE}`
  const parsed = createYamlParser().parse(text)
  const { resources } = createDecoder().decodeAll(parsed)
  const scenario = theScenario(resources)
  if (!scenario) throw new Error('there is a Scenario')
  return presentationOf(scenario, resources).map(({ shown, marked, ...rest }) => {
    const words = [shown, ...marked].map(origin => origin && rangeOf(parsed, origin))
    const [lines, ...marks] = words.map(range => range && text.slice(range.start, range.end))
    return { ...rest, lines, marks }
  })
}

test('each step has a moment: its own, or the last one given', () => {
  const all = slides('  - { title: A }\n  - { title: B, at: 5s }\n  - { title: C }\n  - { title: D, at: 1s }\n')
  expect(all.map(({ title, atMs }) => [title, atMs])).toEqual([
    ['A', 0],
    ['B', 5000],
    ['C', 5000],
    ['D', 1000],
  ])
})

test('time goes on unless it is told to stand', () => {
  expect(slides('  - { at: 1s }\n  - { at: 1s, play: false }\n').map(({ play }) => play)).toEqual([true, false])
})

test('lines are those around all fields, and the fields are marked', () => {
  const [one, two, all, none] = slides(
    [
      '  - { show: Service/web, fields: [spec.ports.1] }',
      '  - { show: service/web.default, fields: ["spec.ports[0].port", spec.ports.1] }',
      '  - { show: Service/web }',
      '  - { show: Service/wob, fields: [spec] }\n',
    ].join('\n'),
  )
  expect(one).toMatchObject({ lines: 'port: 81', marks: ['port: 81'] })
  expect(two?.lines).toMatch(/^ports:\n {2}- port: 80\n {2}- port: 81$/)
  expect(two?.marks).toEqual(['port: 80', 'port: 81'])
  expect(all?.lines).toContain('kind: Service')
  expect(all?.marks).toEqual([])
  expect(none).toMatchObject({ lines: undefined, marks: [] })
})
