import { SIZES, STATES, THEMES, begin, handsOn } from '../../screenshots/states.ts'
import { expect, test } from '../../fixtures.ts'
import { violationsOf } from '../../violations-of.ts'

for (const state of STATES)
  for (const theme of THEMES)
    test(`axe finds nothing: ${state.name}, ${theme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: state.reducedMotion ? 'reduce' : 'no-preference' })
      await page.setViewportSize(SIZES[state.size].viewport)
      await begin(handsOn(page), state)
      expect(await violationsOf(page)).toEqual([])
    })
