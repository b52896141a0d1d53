import { expect, test } from 'vitest'
import { firstFiles } from './first-chunk.ts'

test('the first paint needs the entry, its static imports and their styles, but nothing loaded later', () => {
  const manifest = {
    'index.html': { file: 'entry.js', isEntry: true, imports: ['_a.js'], css: ['entry.css'], dynamicImports: ['m.ts'] },
    '_a.js': { file: 'a.js', imports: ['_b.js'] },
    '_b.js': { file: 'b.js', imports: ['_a.js'], css: ['b.css'] },
    'm.ts': { file: 'monaco.js', css: ['monaco.css'] },
  }
  expect(firstFiles(manifest)).toEqual(['a.js', 'b.css', 'b.js', 'entry.css', 'entry.js'])
})
