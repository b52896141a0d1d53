import { toDocumentId } from '../base/ids.ts'
import type { Origin } from '../base/origin.ts'
import { decodeDocument } from '../resources/index.ts'
import type { Assumption, Resource } from '../resources/index.ts'
import { createYamlParser } from '../yaml/index.ts'

/** Something that the text leaves out, as the YAML that would say it. */
export interface Guess {
  readonly yaml: string
  readonly because: string
  readonly causedBy: Origin | undefined
}

/** Reads guesses as resources, by the decoder that reads the text; their documents count from -1 down. */
export function toResources(guesses: readonly Guess[], taken: number): readonly Resource[] {
  const parser = createYamlParser()
  return guesses.flatMap((guess, i) => {
    const document = parser.parse(guess.yaml).documents[0]
    if (!document) return []
    const { decoded } = decodeDocument({ ...document, id: toDocumentId(-1 - taken - i) })
    const assumed: Assumption = guess
    return decoded.map(({ resource }) => ({ ...resource, assumed }))
  })
}
