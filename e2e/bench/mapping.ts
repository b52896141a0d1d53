import type { Page } from '@playwright/test'
import { meshText } from '../../src/cli/bench/mesh-text.ts'
import { openPage } from './opened.ts'
import { record, workOf } from './record.ts'

const SERVICES = 500
const STEPS = 90

/** 500 Services with 1,500 pods: from the paste to the map, then dragged and zoomed on two of its levels. */
export async function benchMapping(page: Page, url: string): Promise<Readonly<Record<string, number>>> {
  const editor = await openPage(page, url)
  const map = page.getByTestId('mesh-map')
  const opening = await record(page, async () => {
    await editor.setText(meshText(SERVICES))
    await map.locator('[data-item]').first().waitFor({ timeout: 120_000 })
  })
  await zoom(page)
  const level = map.getByRole('button', { name: /^Namespace/ }).first()
  const namespaces = { pan: await record(page, () => pan(page)), zoom: await record(page, () => zoom(page)) }
  await level.focus()
  await page.keyboard.press('Enter')
  await map
    .getByRole('button', { name: /^Service/ })
    .first()
    .waitFor()
  await pan(page)
  const services = { pan: await record(page, () => pan(page)), zoom: await record(page, () => zoom(page)) }
  return {
    'map.opening.workers.ms': opening.workersMs,
    'map.opening.main.ms': opening.mainMs,
    'map.opening.longTasks': opening.longTasks,
    ...workOf('map.all.pan', namespaces.pan),
    ...workOf('map.all.zoom', namespaces.zoom),
    ...workOf('map.namespace.pan', services.pan),
    ...workOf('map.namespace.zoom', services.zoom),
  }
}

/** Once around with the wheel, which pans wherever the pointer is. */
async function pan(page: Page): Promise<void> {
  await overPicture(page)
  for (let i = 0; i < STEPS; i++) {
    const turn = (i / STEPS) * 2 * Math.PI
    await page.mouse.wheel(Math.round(24 * Math.cos(turn)), Math.round(24 * Math.sin(turn)))
  }
}

/** In a little and out again: never so far that another level opens. */
async function zoom(page: Page): Promise<void> {
  await overPicture(page)
  await page.keyboard.down('Control')
  for (let i = 0; i < STEPS; i++) await page.mouse.wheel(0, i % 6 < 3 ? -12 : 12)
  await page.keyboard.up('Control')
}

async function overPicture(page: Page): Promise<void> {
  const box = await page.getByRole('group', { name: 'Services and calls' }).boundingBox()
  if (!box) throw new Error('The map is not there.')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
}
