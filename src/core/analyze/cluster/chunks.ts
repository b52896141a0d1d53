/** A part of a text that istioctl reads as one document. */
export interface Chunk {
  /** Counted from 0, as the tool counts when it cannot read one. */
  readonly index: number
  /** Offsets in the whole text. */
  readonly start: number
  readonly end: number
  /** The line, from 1, that the tool says the document begins at: the first that is neither blank nor a separator. */
  readonly startLine: number
  /** The line, from 1, that the tool counts the document's own lines from; a separator at the very top makes them differ. */
  readonly firstLine: number
}

/**
 * Cuts a text as istioctl does: only `---` alone on its line separates, and where nothing stands above one it belongs to the
 * document below. Istio, kubeyaml.YAMLReader.
 */
export function cutChunks(text: string): readonly Chunk[] {
  const chunks: Chunk[] = []
  let index = 0
  let open: { start: number; startLine: number | undefined; firstLine: number | undefined } | undefined
  let line = 0
  const close = (end: number): void => {
    if (!open) return
    const { start, startLine, firstLine } = open
    if (firstLine !== undefined) chunks.push({ index, start, end, startLine: startLine ?? firstLine, firstLine })
    index++
    open = undefined
  }
  for (let at = 0; at < text.length;) {
    const newline = text.indexOf('\n', at)
    const end = newline < 0 ? text.length : newline + 1
    line++
    const isSeparator = text.startsWith('---', at) && text.slice(at + 3, end).trim() === ''
    if (isSeparator && open) close(at)
    else {
      const content = text.slice(at, end).replace(/\r?\n$/, '')
      open ??= { start: at, startLine: undefined, firstLine: undefined }
      if (content !== '' && content !== '---') open.startLine ??= line
      if (content.trim() !== '') open.firstLine ??= line
    }
    at = end
  }
  close(text.length)
  return chunks
}
