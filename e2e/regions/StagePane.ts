import type { Locator, Page } from '@playwright/test'

interface Fingerprint {
  readonly lit: number
  readonly sum: number
}

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

  /** The canvas that is seen, of those that are painted on. */
  get canvas(): Locator {
    return this.particles.locator('canvas:visible')
  }

  /** Where particles are painted now, as one number: it differs between two frames when and only when something moved. */
  async particleFingerprint(): Promise<Fingerprint> {
    return this.canvas.evaluate((canvas: HTMLCanvasElement) => {
      const copy = Object.assign(document.createElement('canvas'), { width: canvas.width, height: canvas.height })
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

  /** The same once what was under way is painted; time must stand still. */
  async stillFingerprint(): Promise<Fingerprint> {
    for (let last = await this.particleFingerprint(); ;) {
      await this.root.page().evaluate(async () => {
        for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame)
      })
      const now = await this.particleFingerprint()
      if (now.sum === last.sum && now.lit === last.lit) return now
      last = now
    }
  }
}
