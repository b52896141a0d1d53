import type { ExampleLine } from '../../help/index.ts'

/** Lines of the same kind in a row that tell nothing of the change. */
export interface Gap {
  readonly kind: 'gap'
  readonly count: number
}

/** What is so many lines or less from a change; the rest as gaps. */
export function nearChanges(lines: readonly ExampleLine[], context: number): readonly (ExampleLine | Gap)[] {
  const changes = lines.flatMap(({ kind }, at) => (kind === 'same' ? [] : at))
  const shown: (ExampleLine | Gap)[] = []
  lines.forEach((line, at) => {
    const last = shown.at(-1)
    if (changes.some(change => Math.abs(change - at) <= context)) shown.push(line)
    else if (last?.kind === 'gap') shown[shown.length - 1] = { kind: 'gap', count: last.count + 1 }
    else shown.push({ kind: 'gap', count: 1 })
  })
  return shown
}
