/** The address of the list of all codes; a code's own page stands below it. */
export const PROBLEMS = '#/problems'

export const problemLink = (code: string): string => `${PROBLEMS}/${code}`

/** The code that an address asks for; undefined: the list. */
export function codeOfLink(hash: string): string | undefined {
  const code = hash.slice(PROBLEMS.length + 1).split('/', 1)[0]
  return code === '' ? undefined : code?.toUpperCase()
}
