/** The text, or as many whole words of its start as fit in `most` characters, the ellipsis among them. A first word that is longer is cut. */
export function cutAtWord(text: string, most: number): string {
  const characters = Array.from(text)
  if (characters.length <= most) return text
  const start = characters.slice(0, most).join('')
  const words = start.slice(0, Math.max(0, start.search(/\s\S*$/))).replace(/[\s,;:]+$/, '')
  return `${words === '' ? characters.slice(0, most - 1).join('') : words}…`
}
