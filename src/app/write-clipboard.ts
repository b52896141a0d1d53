/** What came of it, in words. */
export async function writeToClipboard(text: string, done = 'Copied.'): Promise<string> {
  try {
    await navigator.clipboard.writeText(text)
    return done
  } catch {
    return 'The browser did not allow copying. Select the text and copy it.'
  }
}
