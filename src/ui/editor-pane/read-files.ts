import { countText } from '../../core/base/count-text.ts'
import { joinDocuments } from './join-documents.ts'

const LARGEST_BYTES = 20_000_000

export type FilesRead =
  | { readonly kind: 'text'; readonly text: string; readonly name: string }
  | { readonly kind: 'refused'; readonly message: string }

/** The text of files that were dropped or chosen, in the order of their names, since a folder has no other. */
export async function readFiles(files: Iterable<File>): Promise<FilesRead> {
  const sorted = [...files].sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
  const bytes = sorted.reduce((sum, file) => sum + file.size, 0)
  if (bytes > LARGEST_BYTES) {
    const size = countText(Math.ceil(bytes / 1_000_000))
    return { kind: 'refused', message: `These files hold ${size} MB. Meshscope reads up to 20 MB.` }
  }
  try {
    const texts = await Promise.all(sorted.map(file => file.text()))
    const [first, ...others] = sorted
    const name = others.length === 0 ? (first?.name ?? '') : `${sorted.length} files`
    return { kind: 'text', text: joinDocuments(texts), name }
  } catch {
    return { kind: 'refused', message: 'The browser could not read that. Drop files, not folders.' }
  }
}
