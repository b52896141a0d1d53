import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

interface ManifestChunk {
  readonly file: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}

type Manifest = Readonly<Record<string, ManifestChunk>>

/** Gzipped size of the scripts and styles that the page needs for its first paint; builds the app where no build is. */
export function firstChunkBytes(dist = 'dist'): number {
  const file = join(dist, '.vite', 'manifest.json')
  if (!existsSync(file)) execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] })
  const files = firstFiles(JSON.parse(readFileSync(file, 'utf8')) as Manifest)
  return files.reduce((sum, name) => sum + gzipSync(readFileSync(join(dist, name)), { level: 9 }).length, 0)
}

/** The entries, what they import statically, and the styles of all of these. */
export function firstFiles(manifest: Manifest): readonly string[] {
  const seen = new Set<string>()
  const files = new Set<string>()
  function visit(key: string): void {
    const chunk = manifest[key]
    if (!chunk || seen.has(key)) return
    seen.add(key)
    for (const name of [chunk.file, ...(chunk.css ?? [])]) files.add(name)
    for (const next of chunk.imports ?? []) visit(next)
  }
  for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry === true) visit(key)
  return [...files].sort()
}
