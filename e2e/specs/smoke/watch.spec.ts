import { expect, test } from '@playwright/test'
import { watchPage } from '../../watch-page.ts'

test('the watch that guards every story sees what it must', async ({ page, baseURL }) => {
  const complaints = watchPage(page, new URL(baseURL!).origin)
  await page.goto('./')
  expect(complaints).toEqual([])
  await page.evaluate(async () => {
    console.info('hello')
    setTimeout(() => {
      throw new Error('thrown late')
    })
    await fetch('https://elsewhere.invalid/').catch(() => undefined)
  })
  await expect.poll(() => complaints.some(line => line.startsWith('page error: Error: thrown late'))).toBe(true)
  expect(complaints).toContain('console info: hello')
  // The page's own policy has already stopped it: it never became a request.
  expect(complaints.filter(line => line.startsWith('console error')).join()).toMatch(/Content Security Policy/)
})

test('a request to another origin is seen where no policy stops it', async ({ page, baseURL }) => {
  const complaints = watchPage(page, new URL(baseURL!).origin)
  await page.setContent('<img src="http://127.0.0.1:9/elsewhere.png">')
  await expect.poll(() => complaints).toContain('request: http://127.0.0.1:9/elsewhere.png')
})
