import { expect, test } from 'vitest'
import { applyEdits } from '../../base/text-range.ts'
import { createYamlParser, rangeOf } from '../../yaml/index.ts'
import { allProblemsOf } from './problems-of.ts'

export interface Case {
  readonly name: string
  readonly text: string
  readonly says: readonly string[]
  /** What the diagnostic's place in the text begins with, and the title of its repair. */
  readonly at?: string
  readonly fix?: string
}

const brief = (text: string): readonly string[] => allProblemsOf(text).map(({ code, title }) => `${code} ${title}`)

/** Each text says what it should, at the place, and is well after the repair, its comments kept. */
export function tryCases(cases: readonly Case[]): void {
  test.each(cases)('$name', ({ text, says, at, fix }) => {
    expect(brief(text)).toEqual(says)
    const [first] = allProblemsOf(text)
    const range = first && rangeOf(createYamlParser().parse(text), first.origin)
    expect(text.slice(range?.start).startsWith(at ?? '')).toBe(true)
    expect(first?.fix?.title).toBe(fix)
  })

  const repairable = cases.filter(({ fix }) => fix !== undefined)
  if (repairable.length === 0) return
  test.each(repairable)('$name: repaired, nothing is left to say', ({ text }) => {
    const repaired = applyEdits(text, allProblemsOf(text)[0]?.fix?.edits ?? [])
    expect(brief(repaired)).toEqual([])
    expect(repaired.match(/# .*/g)).toEqual(text.match(/# .*/g))
  })
}
