/** A face of a font as the page's style sheets declare it. */
export interface Face {
  readonly family: string
  /** `400`, or `100 900` for one that has all between. */
  readonly weight: string
  readonly style: string
  /** `U+0000-00FF, U+2191`; empty: every letter. */
  readonly unicodeRange: string
  readonly url: string
}

/** Whether the face has any letter of the text. */
export function hasAny({ unicodeRange }: Pick<Face, 'unicodeRange'>, text: string): boolean {
  if (unicodeRange.trim() === '') return true
  const spans = unicodeRange.split(',').flatMap(part => {
    const [, from, to] = /^\s*U\+([0-9A-F?]+)(?:-([0-9A-F]+))?\s*$/i.exec(part) ?? []
    if (from === undefined) return []
    const [low, high] = [from.replaceAll('?', '0'), to ?? from.replaceAll('?', 'F')]
    return [[Number.parseInt(low, 16), Number.parseInt(high, 16)] as const]
  })
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    if (spans.some(([low, high]) => code >= low && code <= high)) return true
  }
  return false
}

/** Those of the faces that a drawing in these families and weights needs for its letters. */
export function facesFor(
  faces: readonly Face[],
  { families, weights, text }: { families: readonly string[]; weights: readonly number[]; text: string },
): readonly Face[] {
  return faces.filter(face => {
    const [low = 400, high = low] = face.weight.replace('normal', '400').replace('bold', '700').split(' ').map(Number)
    return (
      families.includes(face.family) &&
      face.style === 'normal' &&
      weights.some(weight => weight >= low && weight <= high) &&
      hasAny(face, text)
    )
  })
}

/** The rule that brings the face along, from its file's content. */
export const faceRule = ({ family, weight, style, unicodeRange }: Face, dataUrl: string): string =>
  `@font-face{font-family:'${family}';font-weight:${weight};font-style:${style};src:url(${dataUrl})` +
  `${unicodeRange === '' ? '' : `;unicode-range:${unicodeRange}`}}`
