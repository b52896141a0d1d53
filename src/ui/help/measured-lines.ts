import type { Measured } from '../../state/index.ts'

/** What was found, each once. */
export function problemLines({ problems }: Measured): readonly string[] {
  if (problems.length === 0) return ['No problems']
  return [...new Set(problems.map(({ codes, title, line }) => `${codes.join(', ')}, line ${line}: ${title}`))]
}

/** The share of requests that got each answer, of those that were sent. */
export function answerLines({ sent, answers }: Measured): readonly string[] {
  if (sent === 0) return ['No traffic']
  return answers.map(({ words, count }) => `${share(count, sent)} of ${sent} requests: ${words}`)
}

function share(count: number, of: number): string {
  const percent = (100 * count) / of
  // Never all or none where it is not.
  const rounded = percent < 99 && percent > 1 ? percent.toFixed(0) : percent.toFixed(1).replace(/\.0$/, '')
  return `${rounded} %`
}
