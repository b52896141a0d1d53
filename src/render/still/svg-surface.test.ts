import { expect, test } from 'vitest'
import { HOME } from '../camera.ts'
import { paintParticles } from '../canvas/paint-particles.ts'
import type { Drawn } from '../drawn.ts'
import { drawn, NAMED_PALETTE } from '../testing/draw.ts'
import { svgSurface } from './svg-surface.ts'

function markupOf(...particles: readonly Drawn[]): string {
  const { surface, markup } = svgSurface()
  paintParticles(surface, particles, NAMED_PALETTE, { camera: HOME, width: 0, height: 0, pixelRatio: 1 })
  return markup()
}

test('a particle is a disc with its halo under it, where it is on the stage', () => {
  // Radius 4 around (100, 50): from the right, half a turn to the left, and back.
  const disc = 'M104 50L104 50A4 4 0 1 1 96 50A4 4 0 1 1 104 50Z'
  expect(markupOf(drawn())).toBe(
    `<path d="${disc}" fill="none" stroke="--halo" stroke-width="2.4"/><path d="${disc}" fill="--ok"/>`,
  )
})

test('one that is dimmed stays so', () => {
  expect(markupOf(drawn({ opacity: 0.35 }))).toContain('fill="--ok" opacity="0.35"')
})

test('a ring that closes is an arc from twelve o’clock: a quarter ends at three', () => {
  const markup = markupOf(drawn({ wait: { closed: 0.25, secondsLeft: 1.2, crowd: 1, beside: false } }))
  expect(markup).toContain('d="M100 40A10 10 0 0 1 110 50"')
  expect(markup).toContain('>1.2 s</text>')
})

test('a ring three quarters closed takes the long way', () => {
  const markup = markupOf(drawn({ wait: { closed: 0.75, secondsLeft: undefined, crowd: 1, beside: false } }))
  expect(markup).toContain('d="M100 40A10 10 0 1 1 90 50"')
})

test('a copy is dashed, what comes after it is not', () => {
  const markup = markupOf(drawn({ look: 'ghost' }), drawn({ look: 'nowhere' }))
  expect(markup.match(/stroke-dasharray="2 1.8"/g)).toHaveLength(1)
})

test('words keep their size, weight and place', () => {
  expect(markupOf(drawn({ attempt: 2 }))).toContain(
    '<text x="100" y="54" fill="--halo" font-family="--mono" font-size="11" font-weight="600" text-anchor="middle">2</text>',
  )
})
