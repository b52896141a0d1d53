import { expect, test } from 'vitest'
import type { ProxyId } from '../core/base/ids.ts'
import { keep, loadKept } from './storage.ts'
import type { Kept } from './storage.ts'

function createStorage(limit = Infinity): Storage {
  const items = new Map<string, string>()
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (value.length > limit) throw new DOMException('full', 'QuotaExceededError')
      items.set(key, value)
    },
  } as unknown as Storage
}

const kept: Kept = {
  text: 'kind: VirtualService # “über”\n',
  fileName: 'mine.yaml',
  traffic: {
    seed: 7,
    clients: [
      {
        id: 'c',
        proxy: 'sleep.default',
        ratePerSecond: 50,
        classes: [
          {
            id: 'one',
            label: 'one',
            weight: 1,
            request: {
              method: 'GET',
              scheme: 'http',
              dialHost: 'reviews',
              dialPort: 80,
              authority: 'reviews',
              path: '/',
              headers: new Map([['end-user', 'jason']]),
            },
          },
        ],
      },
    ],
  },
} as unknown as Kept

test('what was kept comes back, request headers included', () => {
  const storage = createStorage()
  expect(keep(storage, kept)).toBe(true)
  expect(loadKept(storage)).toEqual(kept)
})

test('so does whose sidecar was looked from; a wrong one counts as none', () => {
  const storage = createStorage()
  keep(storage, { ...kept, proxy: 'sleep.default' as ProxyId })
  expect(loadKept(storage)).toEqual({ ...kept, proxy: 'sleep.default' })
  keep(storage, { ...kept, proxy: 7 as unknown as ProxyId })
  expect(loadKept(storage)).toEqual(kept)
})

test.each(['', 'null', '{', '[]', '{"text":1,"fileName":"a"}', '{"text":"a"}'])('%s counts as nothing', stored => {
  const storage = createStorage()
  storage.setItem('meshscope.document', stored)
  expect(loadKept(storage)).toBeUndefined()
})

test('a full storage is told, not thrown', () => {
  expect(keep(createStorage(10), kept)).toBe(false)
})
