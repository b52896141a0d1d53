import { expect, test } from 'vitest'
import { createOverlay } from './overlay.ts'

const pod = (name: string, more = '') => `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name}${more} }`

test('a document of the same kind, namespace and name is replaced, others stay', () => {
  const overlay = createOverlay(`# the world\n${pod('a')}\n---\n${pod('b')}\n---\n${pod('a', ', namespace: other')}\n`)
  const laid = overlay(pod('a', ', labels: { new: "1" }'))
  expect(laid.match(/name: [ab][^}]*/g)).toEqual([
    'name: b ',
    'name: a, namespace: other ',
    'name: a, labels: { new: "1" ',
  ])
})

test('an empty configuration leaves the world as it is', () => {
  expect(createOverlay(pod('a'))('')).toContain('name: a')
})
