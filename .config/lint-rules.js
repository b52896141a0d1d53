const DISABLES = /^\s*eslint-disable(?:-next-line|-line)?\b/
const HAS_REASON = /\s--\s+\S{3,}/

/** A rule may be switched off only by a comment that says why: `eslint-disable-next-line rule -- reason`. */
const reasonForDisable = {
  meta: { type: 'problem', schema: [], messages: { reason: 'Say why after `--`.' } },
  create: context => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        const silent = DISABLES.test(comment.value) && !HAS_REASON.test(comment.value)
        if (silent) context.report({ loc: comment.loc, messageId: 'reason' })
      }
    },
  }),
}

export const house = { rules: { 'reason-for-disable': reasonForDisable } }
