const DOCUMENT_START = /^(---|%|\.\.\.)/

/** Several files as one text: a document mark between them, where the next file does not begin with one. */
export function joinDocuments(texts: readonly string[]): string {
  return texts
    .map(text => text.replace(/^\uFEFF/, ''))
    .filter(text => text.trim() !== '')
    .reduce((joined, text) => {
      if (joined === '') return text
      const ended = joined.endsWith('\n') ? joined : `${joined}\n`
      return DOCUMENT_START.test(text) ? ended + text : `${ended}---\n${text}`
    }, '')
}
