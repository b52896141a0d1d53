/** An editor may have made line breaks alike. */
export const sameText = (a: string, b: string): boolean => a === b || withoutReturns(a) === withoutReturns(b)

const withoutReturns = (text: string): string => text.replace(/\r\n?/g, '\n')
