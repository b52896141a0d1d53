import type { Headline } from '../scene/index.ts'
import type { LocatedDiagnostic } from '../state/index.ts'

/** The code of an HTTPRoute whose parent is missing or does not take it. */
const UNATTACHED = 'MX0112'

type Found = Pick<LocatedDiagnostic, 'code' | 'title' | 'isKept'>

/**
 * What is said of traffic, after what the text holds and the mesh does not: something refused, of which the cluster keeps an
 * earlier version or has none, or, where nothing is lost, an
 * HTTPRoute that is attached to nothing.
 */
export function headlineOfLeftOut(said: Headline, diagnostics: readonly Found[], isLost: boolean): Headline {
  const refused = diagnostics.find(({ code }) => code === 'REFUSED')
  if (refused) {
    const [who = '', ...why] = refused.title.split(': ')
    const instead = refused.isKept ? 'the cluster keeps what it had' : 'it takes no part'
    return { title: who, detail: `${why.join(': ')}, so ${instead}. ${asSentence(said.title)}` }
  }
  const unattached = isLost ? undefined : diagnostics.find(({ code }) => code === UNATTACHED)
  return unattached
    ? { title: unattached.title, detail: `The route takes no part there. ${asSentence(said.title)}` }
    : said
}

const asSentence = (words: string): string => (words.endsWith('.') ? words : `${words}.`)
