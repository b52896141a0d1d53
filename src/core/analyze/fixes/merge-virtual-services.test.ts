import { expect, test } from 'vitest'
import { pods, service } from '../testing/parts.ts'
import { brief, problemsOf, repaired } from '../testing/problems-of.ts'

const WEB = service('web') + pods('web')
const document = (name: string, http: string, more = '') => `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: ${name}
spec:
  hosts: [web]${more}
  http:
${http}`
const REST = `  # all others
  - route:
    - destination: { host: web }
`
const wide = (path: string) => `      # for ${path}
      - match:
        - uri:
            prefix: ${path} # why

        route:
          - destination: { host: web }
`
const BETA = `  - match: [{ uri: { prefix: /beta } }]
    route:
    - destination: { host: web }
`

test('what has conditions comes before the rule for the rest, with its comments, in the other list’s columns', () => {
  const text = WEB + document('web', BETA + REST) + document('web-canary', wide('/a') + wide('/b'))
  const conflicts = problemsOf(text).filter(({ code }) => code === 'IST0109')
  expect(conflicts.map(({ fix }) => fix?.title)).toEqual(['Move its rules to web', 'Move its rules to web'])
  const moved = (wide('/a') + wide('/b')).replaceAll(/^ {4}/gm, '')
  expect(repaired(text)).toBe(WEB + document('web', BETA + moved + REST))
  expect(brief(repaired(text))).toEqual([])
})

test('without a rule for the rest they come last; whichever stands first in the text', () => {
  const both = WEB + document('web-canary', BETA) + document('web', wide('/a'))
  const said = ['MX0102 No rule takes the rest']
  expect(brief(repaired(both))).toEqual(said)
  expect(repaired(both)).toContain(`${wide('/a')}${BETA.replaceAll(/^/gm, '    ').trimEnd()}`)
})

test.each([
  ['both have a rule for the rest', document('web', REST), document('canary', REST)],
  ['what moves would be hidden', document('web', BETA + REST), document('canary', BETA.replace('/beta', '/beta/x'))],
  ['they have different hosts', document('web', REST), document('canary', BETA).replace('[web]', '[web, cart]')],
  ['they are for different callers', document('web', REST), document('canary', BETA, '\n  exportTo: ["*"]')],
  ['a comment would be lost', document('web', REST), document('canary', BETA, ' # mine')],
  [
    'rules do not stand on lines of their own',
    document('web', REST),
    document('canary', '').trimEnd() +
      ' [{ match: [{ uri: { prefix: /b } }], route: [{ destination: { host: web } }] }]\n',
  ],
])('no repair is offered where %s', (_, one, other) => {
  const conflicts = problemsOf(WEB + one + other).filter(({ code }) => code === 'IST0109')
  expect(conflicts.length).toBe(2)
  expect(conflicts.flatMap(({ fix }) => fix ?? [])).toEqual([])
})
