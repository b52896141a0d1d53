import { createStepwise } from './answer.ts'
import type { Answer, Message, Question } from './protocol.ts'

/**
 * Answers each question as it comes, but for the picture of a long text: between its steps questions that came meanwhile have their
 * turn, and where one of them says so it is left off.
 */
export function createReplier(post: (answer: Answer) => void, turn: () => Promise<void>): (message: Message) => void {
  const answer = createStepwise()
  /** This one and those before it. */
  let stopped = 0

  const reply = async (question: Question): Promise<void> => {
    const isLong = question.kind === 'run' && question.after !== undefined
    const { id } = question
    const steps = answer(question)
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) {
        post(step.value)
        break
      }
      if (!isLong) continue
      await turn()
      if (id > stopped) continue
      post({ kind: 'stopped', id })
      break
    }
  }
  return message => {
    if (message.kind === 'stop') stopped = message.run
    else void reply(message)
  }
}
