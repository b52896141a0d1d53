import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createPipeline } from '../core/pipeline/index.ts'
import type { Diagnostic } from '../core/base/diagnostic.ts'
import { PAGES, readExample, TOPICS } from './index.ts'

const CORE = new URL('../core/', import.meta.url)

/** Every code that the core can say, as its sources write it. */
function codesOfTheCore(): readonly string[] {
  const files = readdirSync(CORE, { recursive: true, encoding: 'utf8' })
  const sources = files.filter(name => name.endsWith('.ts') && !/[.]test[.]ts$|testing|cases/.test(name))
  const said = sources.flatMap(name =>
    [...readFileSync(new URL(name, CORE), 'utf8').matchAll(/(?:code|unseen): '([A-Z]+\d*)'/g)].map(
      ([, code]) => code ?? '',
    ),
  )
  return [...new Set(said)].sort()
}

/** What it is called here and by istioctl. */
const codesOf = ({ code, tool = [] }: Diagnostic) => [code, ...tool.map(statement => statement.code)]

test('every code has a page, and every page a code', () => {
  const codes = codesOfTheCore()
  expect(codes.length).toBeGreaterThan(80)
  expect(PAGES.map(({ code }) => code)).toEqual(codes)
})

describe.each(PAGES)('$code', page => {
  const { code, title, topic, what, why, shows, check, toolSays, example } = page
  const { broken, repaired, lines } = readExample(example)

  test('its example shows the problem; repaired, it is gone and brings no other', () => {
    const before = createPipeline().run(broken).diagnostics
    const after = createPipeline().run(repaired).diagnostics
    expect(before.flatMap(codesOf)).toContain(code)
    expect(after.filter(one => codesOf(one).includes(code) || one.severity === 'error')).toEqual([])
  })

  test('both sides of the example differ in few lines', () => {
    const changed = lines.filter(({ kind }) => kind !== 'same').length
    expect(changed).toBeGreaterThan(0)
    expect(changed).toBeLessThan(30)
  })

  test('it says something of everything', () => {
    expect(title).toMatch(/^[A-Z].*[^.]$/)
    expect(Object.keys(TOPICS)).toContain(topic)
    const commands = check.map(({ prints }) => prints)
    for (const words of [what, why, shows, ...(toolSays === undefined ? [] : [toolSays]), ...commands]) {
      expect(words).toMatch(/^.{7,}[.?]$/s)
    }
  })

  test('its commands speak of the example', () => {
    // A Scenario never gets to a cluster, so there is nothing to ask one.
    expect(check.length > 0).toBe(topic !== 'scenario')
    // What a short text leaves out is assumed, the gateway's own Deployment for one.
    const assumed = example.includes('istio: ingressgateway') ? ['istio-ingressgateway'] : []
    const names = [...[...example.matchAll(/\bname: "?([\w.-]+)/g)].flatMap(([, name]) => name ?? []), ...assumed]
    for (const { run } of check) {
      expect(run).toMatch(/^(istioctl|kubectl|openssl) /)
      for (const [, deployment] of run.matchAll(/\bdeploy\/([\w.-]+)/g)) expect(names).toContain(deployment)
    }
    if (check.length > 0) {
      expect(names.filter(name => check.some(({ run }) => run.includes(name)))).not.toEqual([])
    }
  })
})
