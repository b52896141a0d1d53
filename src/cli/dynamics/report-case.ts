import type { Disagreement } from '../conform/disagreement.ts'

/** Each disagreement of a case, field by field; nothing where there is none. */
export function describeTimedCase(name: string, disagreements: readonly Disagreement[]): readonly string[] {
  if (disagreements.length === 0) return []
  return [
    `FAIL ${name}`,
    ...disagreements.flatMap(({ field, expected, got }) => [
      `  ${field}`,
      `    expected ${expected}`,
      `    got      ${got}`,
    ]),
  ]
}
