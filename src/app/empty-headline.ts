import type { Headline } from '../scene/index.ts'

/** Something besides blank lines, comments and document marks. */
const SAYS_SOMETHING = /^(?!---|\.\.\.)\s*[^\s#]/m

/** Where nothing flows: what to do next, whether nothing is written yet or nothing of it takes requests. */
export function emptyHeadline(text: string): Headline {
  if (!SAYS_SOMETHING.test(text))
    return { title: 'No traffic yet.', detail: 'Paste kubectl output, or start from an example.' }
  return {
    title: 'No traffic yet: nothing here takes requests by itself.',
    detail: 'Add the Service or the VirtualService that it is about. Pods and a caller are then assumed.',
  }
}
