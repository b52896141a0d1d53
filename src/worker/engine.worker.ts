import { createAnswerer } from './answer.ts'
import type { Question } from './protocol.ts'

const answer = createAnswerer()

self.onmessage = (event: MessageEvent<Question>) => {
  self.postMessage(answer(event.data))
}
