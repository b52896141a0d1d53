import type { Headline } from '../scene/index.ts'
import type { LocatedDiagnostic } from '../state/index.ts'

/** Something besides blank lines, comments and document marks. */
const SAYS_SOMETHING = /^(?!---|\.\.\.)\s*[^\s#]/m
/** The code of what asks for something that is absent. */
const ABSENT = 'MX0202'

type Found = Pick<LocatedDiagnostic, 'code' | 'title'>

/** Where nothing flows: what to do next, whether nothing is written yet or nothing of it takes requests. */
export function emptyHeadline(text: string, diagnostics: readonly Found[]): Headline {
  if (!SAYS_SOMETHING.test(text))
    return { title: 'No traffic yet.', detail: 'Paste kubectl output, or start from an example.' }
  const absent = diagnostics.find(({ code }) => code === ABSENT)
  return {
    title: 'No traffic yet: nothing here takes requests by itself.',
    detail: `${absent ? `${absent.title}. ` : ''}Add the Services that it applies to, or a VirtualService: pods and a caller are then assumed.`,
  }
}
