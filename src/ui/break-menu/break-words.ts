import type { Breaks } from '../../state/index.ts'

type Kind = Breaks['choices'][number]['kind']

/** What each choice is called, what the Scenario then says, and what is told of it afterwards. */
export const BREAK_WORDS: Readonly<
  Record<Kind, { readonly title: string; readonly says: string; readonly done: string }>
> = {
  'fail-half': { title: 'Answer 503 to half', says: 'errors: 50%  status: 503', done: 'answers 503 to half' },
  'fail-all': { title: 'Answer 503 to all', says: 'status: 503', done: 'answers 503 to all' },
  slow: { title: 'Answer after 2 s', says: 'latency: 2s', done: 'answers after 2 s' },
  refuse: { title: 'Refuse connections', says: 'fails: refused', done: 'refuses connections' },
  'not-ready': { title: 'Not ready', says: 'ready: false', done: 'is not ready' },
  heal: { title: 'Heal', says: '', done: 'is well' },
}

export const breakNotice = ({ name }: Breaks, kind: Kind): string => `From now on ${name} ${BREAK_WORDS[kind].done}.`
