import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { WORLD } from '../../core/analyze/index.ts'
import { compareDiagnostics } from './compare-diagnostics.ts'
import { namesIn } from './names.ts'
import { readDiagnostics } from './recorded.ts'

const families = readDiagnostics(fileURLToPath(new URL('cases', import.meta.url)))

test('all cases are run', () => {
  expect(families.flatMap(({ cases }) => cases)).toHaveLength(586)
})

describe.each(families)('what istioctl analyze says, family $name', ({ cases }) => {
  test.each(cases)('$name', one => {
    expect(compareDiagnostics(one, WORLD)).toEqual([])
  })
})

describe('the comparison', () => {
  const config = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: reviews }
spec: { hosts: [reviews], http: [{ route: [{ destination: { host: reviewz } }] }] }
`
  const said = {
    code: 'IST0101',
    level: 'Error',
    origin: 'VirtualService default/reviews',
    line: 4,
    names: ['reviewz'],
  } as const
  const compare = (...messages: readonly (typeof said)[]) => compareDiagnostics({ name: 'x', config, messages }, WORLD)

  test('tells what is missing, added and unnamed', () => {
    expect(compare(said)).toEqual([])
    expect(compare()).toEqual(['added    IST0101 Error VirtualService default/reviews line 4'])
    expect(compare({ ...said, line: 5 } as never)).toEqual([
      'missing  IST0101 Error VirtualService default/reviews line 5',
      'added    IST0101 Error VirtualService default/reviews line 4',
    ])
    expect(compare({ ...said, names: ['ratings'] } as never)).toEqual(['unnamed  IST0101: ratings'])
  })

  test('names are values of the config, whole or joined by signs', () => {
    const named = namesIn(
      'Host "a b" of default/x,app=web (port 80), kind Pod is http',
      'kind: Pod\na: [a b, x, web, 80, default, of2]\n',
    )
    expect(named).toEqual(['a b', 'default', 'x', 'web', '80'])
  })
})
