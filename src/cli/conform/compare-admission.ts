import { admit } from '../../core/admission/index.ts'
import { createDecoder } from '../../core/resources/index.ts'
import type { ParsedText } from '../../core/yaml/index.ts'
import type { ExpectedCase } from './corpus.ts'
import type { Disagreement } from './disagreement.ts'
import { show } from './disagreement.ts'

type Verdict = 'accepted' | 'warned' | 'rejected'

/** Every document is refused, warned of or accepted in silence as it was recorded. */
export function compareAdmission(parsed: ParsedText, { admission }: ExpectedCase): readonly Disagreement[] {
  const verdicts = judge(parsed)
  return [...new Set([...Object.keys(admission), ...verdicts.keys()])].flatMap(key => {
    const recorded = admission[key]
    const expected: Verdict = recorded?.rejected ? 'rejected' : recorded?.warnings ? 'warned' : 'accepted'
    const got = verdicts.get(key) ?? 'not found'
    const words = recorded ? `${expected} ${show(recorded)}` : expected
    return got === expected ? [] : [{ field: `admission of ${key}`, expected: words, got }]
  })
}

function judge(parsed: ParsedText): ReadonlyMap<string, Verdict> {
  const { resources, decoded } = createDecoder().decodeAll(parsed)
  const { refused, warnings } = admit(decoded)
  return new Map(
    resources.map(resource => [
      resource.key.replace(/^Kubernetes(?=Gateway )/, ''),
      refused.has(resource) ? 'rejected' : warnings.has(resource) ? 'warned' : 'accepted',
    ]),
  )
}
