import { expect, test } from 'vitest'
import { notesOfLines } from './line-notes.ts'

const text = 'one\r\ntwo\nthree\nfour\n' // lines begin at 0, 5, 9, 15
const nothing = { text, diagnostics: [], highlights: { hover: [], selected: [] }, hints: [] }
const finding = (severity: 'error' | 'warning', start: number, end: number) => ({
  code: 'MX0001',
  severity,
  title: 'Title',
  detail: 'Detail.',
  range: { start, end },
})

test('a range washes the lines it touches; one that ends with a line break does not touch the next line', () => {
  const notes = notesOfLines({
    ...nothing,
    highlights: { hover: [{ start: 6, end: 15 }], selected: [{ start: 0, end: 0 }] },
  })
  expect(Object.fromEntries(notes)).toEqual({ 1: { wash: 'selected' }, 2: { wash: 'hover' }, 3: { wash: 'hover' } })
})

test('an error washes its first line, over a highlight; a warning washes nothing', () => {
  const notes = notesOfLines({
    ...nothing,
    highlights: { hover: [{ start: 9, end: 10 }], selected: [] },
    diagnostics: [finding('error', 9, 20), finding('warning', 0, 3)],
  })
  expect(Object.fromEntries(notes)).toEqual({ 3: { wash: 'error' } })
})

test('a hint joins what its line has', () => {
  const hint = { line: 4, text: '10 %', tone: 'plain' } as const
  const notes = notesOfLines({ ...nothing, hints: [hint], diagnostics: [finding('error', 15, 16)] })
  expect(Object.fromEntries(notes)).toEqual({ 4: { wash: 'error', hint } })
})

test('notes of another text are left out', () => {
  const notes = notesOfLines({ ...nothing, annotatedText: 'another', hints: [{ line: 1, text: 'a', tone: 'plain' }] })
  expect(notes.size).toBe(0)
})
