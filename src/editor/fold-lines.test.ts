import { expect, test } from 'vitest'
import { foldLines } from './fold-lines.ts'

const TEXT = `# two lines
# of words
apiVersion: v1
kind: Service
metadata:
  name: a

  labels:
    b: c
spec:
  ports:
  - port: 80
    name: http

  - port: 81
---
kind: List
items: []
---
a: b`

const folds = (text: string) => foldLines(text.split('\n')).map(({ start, end }) => `${start}-${end}`)

test('documents, maps, items and comments fold to their last line with words', () => {
  expect(folds(TEXT)).toEqual(['1-2', '4-15', '5-9', '8-9', '10-15', '11-15', '12-13', '17-18'])
})

test('lists deeper than their key fold alike', () => {
  expect(folds('a:\n  - b: 1\n    c: 2\n  - d\ne: 1')).toEqual(['1-4', '2-3'])
})

test('carriage returns do not matter', () => {
  expect(folds(TEXT.replaceAll('\n', '\r\n'))).toEqual(folds(TEXT))
})
