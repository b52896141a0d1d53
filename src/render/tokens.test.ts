import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrast, difference, fromHex, labOf, VISION } from './testing/colour.ts'

/** The design's tables, computed anew from what the page really uses. */
const css = readFileSync(new URL('../ui/tokens.css', import.meta.url), 'utf8')

function tokensIn(selector: string): Readonly<Record<string, string>> {
  const start = css.indexOf(`${selector} {`)
  const block = css.slice(start, css.indexOf('}', start))
  const pairs = [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gi)].map(([, name, hex]) => [name, hex] as const)
  return Object.fromEntries(pairs) as Record<string, string>
}

const light = tokensIn(':root')
const themes = { light, dark: { ...light, ...tokensIn("[data-theme='dark']") } }

const GROUNDS = ['chrome', 'stage', 'zone', 'card']
/** Lowest contrast over the grounds named, light and dark, as the design's tables state it (rounded to a tenth). */
const CONTRAST: readonly (readonly [token: string, grounds: readonly string[], light: number, dark: number])[] = [
  ['ink', [...GROUNDS, 'sunken'], 15.3, 13.2],
  ['ink-2', [...GROUNDS, 'sunken'], 7.6, 8.6],
  ['ink-3', [...GROUNDS, 'sunken'], 4.6, 5.0],
  ['control', GROUNDS, 3.1, 3.6],
  ['accent', GROUNDS, 4.3, 5.2],
  ['accent-text', ['card', 'chrome', 'accent-wash'], 5.9, 7.6],
  ['ok', ['card', 'zone', 'stage', 'ok-lane'], 3.3, 5.8],
  ['app', ['card', 'zone', 'stage', 'app-wash'], 4.6, 5.1],
  ['lost', ['card', 'zone', 'stage', 'lost-wash'], 3.4, 4.4],
  ['lost', ['lost-lane'], 3.4, 4.4],
  ['refused', ['card', 'zone', 'stage', 'refused-lane'], 3.1, 8.6],
  ['late', ['card', 'zone', 'stage', 'late-wash'], 7.6, 7.6],
  ['ghost', ['card', 'zone', 'stage'], 3.5, 4.7],
  ['ok-text', ['card', 'zone', 'stage', 'ok-wash'], 5.8, 8.8],
  ['app-text', ['card', 'zone', 'stage', 'app-wash'], 6.3, 9.1],
  ['lost-text', ['card', 'zone', 'stage', 'lost-wash'], 6.2, 7.4],
  ['refused-text', ['card', 'zone', 'stage', 'refused-wash'], 5.9, 11.6],
  ['late-text', ['card', 'zone', 'stage', 'late-wash'], 7.7, 9.9],
]

const OUTCOMES = ['ok', 'app', 'lost', 'refused', 'late', 'ghost']
/** Smallest difference between any two of the six graphics and the accent: light, dark. */
const APART = { typical: [19.8, 17.2], protan: [14.5, 17.3], deutan: [6.5, 10.3], tritan: [7.6, 11.6] } as const
const rounding = 0.05

describe.each(['light', 'dark'] as const)('%s', theme => {
  const colour = (name: string) => {
    const hex = themes[theme][name]
    if (hex === undefined) throw new Error(`no token --${name}`)
    return fromHex(hex)
  }

  test.each(CONTRAST)('--%s stands out from %j', (token, grounds, inLight, inDark) => {
    const lowest = Math.min(...grounds.map(ground => contrast(colour(token), colour(ground))))
    expect(lowest).toBeGreaterThanOrEqual((theme === 'light' ? inLight : inDark) - rounding)
  })

  test('text on the accent can be read', () => {
    expect(contrast(colour('on-accent'), colour('accent'))).toBeGreaterThanOrEqual(
      (theme === 'light' ? 4.8 : 5.9) - rounding,
    )
  })

  test.each(['typical', 'protan', 'deutan', 'tritan'] as const)('%s vision tells all outcomes apart', vision => {
    const labs = [...OUTCOMES, 'accent'].map(name => labOf(colour(name), VISION[vision]))
    const pairs = labs.flatMap((a, i) => labs.slice(i + 1).map(b => difference(a, b)))
    expect(pairs).toHaveLength(21)
    expect(Math.min(...pairs)).toBeGreaterThanOrEqual(APART[vision][theme === 'light' ? 0 : 1] - rounding)
  })
})

test('the difference is CIEDE2000: pairs of its authors’ test data', () => {
  expect(difference([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 3)
  expect(difference([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 3)
  expect(difference([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514])).toBeCloseTo(0.9082, 3)
})
