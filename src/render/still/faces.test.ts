import { expect, test } from 'vitest'
import { faceRule, facesFor, hasAny } from './faces.ts'
import type { Face } from './faces.ts'

const LATIN = 'U+0000-00FF, U+0131, U+2000-206F, U+2191'
const CYRILLIC = 'U+0301,U+0400-045F'

test.each([
  ['reviews', LATIN, true],
  ['– 35 %', LATIN, true],
  ['отзывы', LATIN, false],
  ['отзывы', CYRILLIC, true],
  ['reviews', CYRILLIC, false],
  ['anything', '', true],
  ['ABC', 'U+4?', true],
  ['abc', 'U+4?', false],
])('%s in %s: %s', (text, unicodeRange, expected) => {
  expect(hasAny({ unicodeRange }, text)).toBe(expected)
})

const face = (change: Partial<Face>): Face => ({
  family: 'Inter Variable',
  weight: '100 900',
  style: 'normal',
  unicodeRange: LATIN,
  url: 'a.woff2',
  ...change,
})

test('only faces that a drawing has letters, weights and families for come along', () => {
  const faces = [
    face({ url: 'wanted' }),
    face({ url: 'other letters', unicodeRange: CYRILLIC }),
    face({ url: 'slanted', style: 'italic' }),
    face({ url: 'icons', family: 'codicon' }),
    face({ url: 'bold', family: 'JetBrains Mono', weight: '700' }),
    face({ url: 'mono', family: 'JetBrains Mono', weight: '600' }),
  ]
  const wanted = { families: ['Inter Variable', 'JetBrains Mono'], weights: [400, 600], text: 'reviews' }
  expect(facesFor(faces, wanted).map(({ url }) => url)).toEqual(['wanted', 'mono'])
})

test('a rule names no file', () => {
  expect(faceRule(face({ unicodeRange: '' }), 'data:font/woff2;base64,AA==')).toBe(
    "@font-face{font-family:'Inter Variable';font-weight:100 900;font-style:normal;src:url(data:font/woff2;base64,AA==)}",
  )
})
