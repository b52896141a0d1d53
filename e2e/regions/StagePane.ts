import type { Locator, Page } from '@playwright/test'

/** The picture: cards, lanes, pods, holes and the particles on the canvas over them. */
export class StagePane {
  readonly root: Locator
  readonly headline: Locator
  /** What stands under it. */
  readonly headlineDetail: Locator
  readonly particles: Locator
  readonly holes: Locator

  constructor(page: Page) {
    this.root = page.getByTestId('stage')
    this.headline = page.getByTestId('headline')
    this.headlineDetail = this.headline.locator('..').locator('p').first()
    this.particles = page.getByTestId('particles')
    this.holes = page.getByTestId('hole')
  }

  /** A hole by its label, such as `503 NC`. */
  hole(label: string): Locator {
    return this.holes.filter({ hasText: label })
  }

  /** Anything on the picture that can be chosen, by its name. */
  part(name: string | RegExp): Locator {
    return this.root.getByRole('treeitem', { name }).or(this.root.getByRole('button', { name }))
  }

  /** Where particles are painted now, as one number: it differs between two frames when and only when something moved. */
  async particleFingerprint(): Promise<{ readonly lit: number; readonly sum: number }> {
    return this.particles.evaluate(element => {
      const canvas = element as HTMLCanvasElement
      const copy = new OffscreenCanvas(canvas.width, canvas.height)
      const context = copy.getContext('2d')
      if (!context) throw new Error('no 2d context')
      context.drawImage(canvas, 0, 0)
      const pixels = context.getImageData(0, 0, copy.width, copy.height).data
      let lit = 0
      let sum = 0
      for (let at = 3; at < pixels.length; at += 4) {
        if (pixels[at] === 0) continue
        lit++
        sum = (sum + at * pixels[at]!) % 0x7fff_ffff
      }
      return { lit, sum }
    })
  }
}
