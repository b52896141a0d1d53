import { expect, test } from 'vitest'
import type { HelpPage, Topic } from '../../help/index.ts'
import { choosePages } from './choose-pages.ts'

const page = (code: string, title: string, topic: Topic): HelpPage => ({
  code,
  title,
  topic,
  what: '',
  why: '',
  shows: '',
  check: [],
  example: '',
})
const PAGES = [
  page('IST0101', 'A missing subset', 'destinations'),
  page('IST0132', 'A host that is not served', 'gateways'),
  page('MX0101', 'Nobody there', 'destinations'),
  page('YAML', 'Not readable', 'reading'),
]
const found = (order: 'code' | 'topic', text: string) =>
  choosePages(PAGES, order, text).map(({ heading, pages }) => `${heading}: ${pages.map(one => one.code).join(' ')}`)

test.each([
  ['code', '', ['Istio’s codes: IST0101 IST0132', 'Meshscope’s own: MX0101', 'Text that is not taken: YAML']],
  [
    'topic',
    '',
    ['Destinations and subsets: IST0101 MX0101', 'Gateways: IST0132', 'Reading and accepting the text: YAML'],
  ],
  ['code', '0101', ['Istio’s codes: IST0101', 'Meshscope’s own: MX0101']],
  ['topic', 'subset MISSING', ['Destinations and subsets: IST0101']],
  ['code', 'gateways', ['Istio’s codes: IST0132']],
  ['code', 'nothing of the kind', []],
] as const)('by %s, %j', (order, text, expected) => {
  expect(found(order, text)).toEqual(expected)
})
