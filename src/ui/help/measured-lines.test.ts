import { expect, test } from 'vitest'
import { answerLines, problemLines } from './measured-lines.ts'

const NONE = { problems: [], sent: 0, answers: [] }

test('problems with their lines', () => {
  const problems = [{ codes: ['MX0109', 'IST0112'], line: 18, title: 'Service reviews has no port 80' }]
  expect(problemLines({ ...NONE, problems })).toEqual(['MX0109, IST0112, line 18: Service reviews has no port 80'])
  expect(problemLines(NONE)).toEqual(['No problems'])
})

test('answers as shares of what was sent', () => {
  const answers = [
    { words: '200 from reviews-v1', count: 799 },
    { words: '503 UH', count: 200 },
    { words: '404 NR', count: 1 },
  ]
  expect(answerLines({ ...NONE, sent: 1000, answers })).toEqual([
    '80 % of 1000 requests: 200 from reviews-v1',
    '20 % of 1000 requests: 503 UH',
    '0.1 % of 1000 requests: 404 NR',
  ])
  expect(answerLines({ ...NONE, sent: 20, answers: [{ words: '503 NC', count: 20 }] })).toEqual([
    '100 % of 20 requests: 503 NC',
  ])
  expect(answerLines(NONE)).toEqual(['No traffic'])
})
