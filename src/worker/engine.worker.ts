import { createReplier } from './reply.ts'
import type { Message } from './protocol.ts'

const reply = createReplier(
  answer => {
    self.postMessage(answer)
  },
  () => new Promise(resolve => setTimeout(resolve)),
)

self.onmessage = (event: MessageEvent<Message>) => {
  reply(event.data)
}
