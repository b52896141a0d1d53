import type { ReactNode } from 'react'
import { NoteList } from './NoteList.tsx'
import { ProblemList } from './ProblemList.tsx'
import type { Problem, ProblemListProps } from './ProblemList.tsx'
import { useNextOffer } from './use-next-offer.ts'

export interface AllProblemsProps extends Omit<ProblemListProps, 'detailed' | 'onLeave'> {
  readonly notes: readonly Problem[]
  /** Instead of the list where it is empty. */
  readonly none: ReactNode
  readonly children: ReactNode
}

/** Every problem with its reasons, and what the picture leaves out. */
export function AllProblems({ notes, none, children, ...list }: AllProblemsProps) {
  const { hold, leave } = useNextOffer(list.text)
  return (
    <div ref={hold} tabIndex={-1} data-testid="all-problems">
      {list.problems.length === 0 && none}
      <ProblemList {...list} detailed onLeave={leave} />
      <NoteList {...list} problems={notes} onLeave={leave} />
      {children}
    </div>
  )
}
