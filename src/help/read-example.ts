export interface ExampleLine {
  readonly kind: 'same' | 'broken' | 'repaired'
  readonly text: string
}

export interface Example {
  readonly broken: string
  readonly repaired: string
  readonly lines: readonly ExampleLine[]
}

const KINDS = { ' ': 'same', '-': 'broken', '+': 'repaired' } as const

/** Both texts of a page's example, and its lines in one row. */
export function readExample(example: string): Example {
  const lines = example
    .replace(/\n$/, '')
    .split('\n')
    .map(line => {
      const mark = line.slice(0, 1)
      if (mark !== ' ' && mark !== '-' && mark !== '+') throw new Error(`A line of an example has no mark: ${line}`)
      return { kind: KINDS[mark], text: line.slice(1) }
    })
  const without = (kind: ExampleLine['kind']) =>
    lines
      .filter(line => line.kind !== kind)
      .map(({ text }) => `${text}\n`)
      .join('')
  return { broken: without('repaired'), repaired: without('broken'), lines }
}
