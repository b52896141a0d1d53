import { expect, test } from 'vitest'
import { createDocumentStore } from './document-store.ts'

const LONG = 'kind: Service\nmetadata: { name: reviews }\n'
const OTHER = 'apiVersion: v1'

test('what is typed is a version of the same text; a paste over everything, and a text that is opened, are others', () => {
  const store = createDocumentStore({ text: LONG, fileName: 'a.yaml' })
  const opened = () => store.getState().opened
  store.getState().edit(`${LONG}# more\n`)
  store.getState().open(store.getState().text, 'b.yaml')
  expect(opened()).toBe(0)
  store.getState().edit(OTHER)
  expect([opened(), store.getState().fileName]).toEqual([1, 'Untitled'])
  store.getState().open(`${OTHER}\n`, 'c.yaml')
  expect(opened()).toBe(2)
})

test('a paste over a paste is another text though its name is the same', () => {
  const store = createDocumentStore({ text: LONG, fileName: 'Untitled' })
  store.getState().edit(OTHER)
  expect([store.getState().opened, store.getState().fileName]).toEqual([1, 'Untitled'])
})

test('the editor’s word of a text that was opened changes nothing', () => {
  const store = createDocumentStore({ text: LONG, fileName: 'a.yaml' })
  store.getState().open('', 'empty.yaml')
  store.getState().edit('')
  expect(store.getState()).toMatchObject({ opened: 1, fileName: 'empty.yaml' })
})
