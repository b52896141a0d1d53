import type { Page } from '@playwright/test'
import { openPage, playFor, showText } from './opened.ts'
import { record, workOf } from './record.ts'

const WARM_UP_MS = 3000
const MS = 6000

/** The first example plays; then one with so many requests that 2,000 marks are on the stage. */
export async function benchPlaying(page: Page, url: string): Promise<Readonly<Record<string, number>>> {
  const editor = await openPage(page, url)
  await playFor(page, WARM_UP_MS)
  const lesson = await record(page, () => playFor(page, MS))
  const intervals = await page.evaluate(intervalsOf, 120)
  await showText(page, editor, CROWD)
  await playFor(page, WARM_UP_MS)
  const marks = await page.evaluate(() => window.meshscope?.particles().length ?? 0)
  const painter = await page.getByTestId('particles').getAttribute('data-painter')
  const crowd = await record(page, () => playFor(page, MS))
  return {
    ...workOf('lesson', lesson),
    'lesson.interval.ms': intervals[Math.floor(intervals.length / 2)] ?? 0,
    'lesson.interval.p95.ms': intervals[Math.floor(intervals.length * 0.95)] ?? 0,
    'crowd.marks': marks,
    ...workOf('crowd', crowd),
    'crowd.inWorker': painter === 'page' ? 0 : 1,
    'crowd.workers.ms': crowd.workersMs / crowd.frames.length,
  }
}

/** From frame to frame, by the clock on the wall, shortest first. */
async function intervalsOf(frames: number): Promise<readonly number[]> {
  const all: number[] = []
  let last = 0
  await new Promise<void>(resolve => {
    const tick = (now: number): void => {
      if (last > 0) all.push(now - last)
      last = now
      if (all.length < frames) requestAnimationFrame(tick)
      else resolve()
    }
    requestAnimationFrame(tick)
  })
  return all.sort((a, b) => a - b)
}

/** About 1.5 s on the way each. */
const CROWD = `apiVersion: v1
kind: Service
metadata: { name: reviews }
spec: { selector: { app: reviews }, ports: [{ name: http, port: 80 }] }
---
${deployment('reviews')}---
${deployment('web')}---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: reviews }
spec:
  hosts: [reviews]
  http:
  - route:
    - { destination: { host: reviews }, weight: 90 }
    - { destination: { host: nowhere }, weight: 10 }
---
apiVersion: meshscope/v1
kind: Scenario
metadata: { name: crowd }
spec:
  clients:
  - { name: first, from: web, url: "http://reviews/", rate: 750/s }
  - { name: second, from: web, url: "http://reviews/", rate: 750/s }
  - { name: third, from: web, url: "http://reviews/", rate: 750/s }
`

function deployment(name: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  selector: { matchLabels: { app: ${name} } }
  template: { metadata: { labels: { app: ${name} } } }
`
}
