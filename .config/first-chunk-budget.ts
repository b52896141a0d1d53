import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** Fails the build when what the page loads before first paint (entry, its static imports, their CSS) is over the budget. */
export function firstChunkBudget(maxGzipBytes: number): Plugin {
  return {
    name: 'first-chunk-budget',
    apply: 'build',
    writeBundle(_options, bundle) {
      const seen = new Set<string>()
      const visit = (fileName: string) => {
        if (seen.has(fileName)) return
        seen.add(fileName)
        const file = bundle[fileName]
        if (file?.type !== 'chunk') return
        for (const next of file.imports) visit(next)
        for (const css of file.viteMetadata?.importedCss ?? []) seen.add(css)
      }
      const files = Object.values(bundle)
      for (const file of files) if (file.type === 'chunk' && file.isEntry) visit(file.fileName)
      if (seen.size === 0) this.error('The first-chunk budget found no entry chunk to measure.')
      let bytes = 0
      for (const name of seen) {
        const file = bundle[name]
        if (file) bytes += gzipSync(file.type === 'chunk' ? file.code : file.source, { level: 9 }).length
      }
      const told = `First chunk: ${bytes} bytes gzip in ${seen.size} files, budget ${maxGzipBytes}.`
      if (bytes > maxGzipBytes) this.error(`${told} Load something later: ${[...seen].join(', ')}`)
      this.info(told)
    },
  }
}
