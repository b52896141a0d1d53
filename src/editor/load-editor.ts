import type { EditorHandle, EditorOptions } from './editor-handle.ts'
import { FONT_SIZE } from './code-metrics.ts'

/** Monaco is six times the rest of the page, so it is loaded on its own, when the page can already be read. */
export async function loadEditor(): Promise<(host: HTMLElement, options: EditorOptions) => EditorHandle> {
  const [{ createEditor }] = await Promise.all([import('./create-editor.ts'), loadFonts()])
  return createEditor
}

/** Monaco measures characters once: it must not measure a font that stands in for the right one. */
async function loadFonts(): Promise<void> {
  const faces = ['400', '600'].map(weight => document.fonts.load(`${weight} ${FONT_SIZE}px "JetBrains Mono"`))
  await Promise.allSettled(faces)
}
