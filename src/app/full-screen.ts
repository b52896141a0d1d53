/** Whether the browser lets the page have the whole screen: in a frame it may not. */
export const canFillScreen = (): boolean => document.fullscreenEnabled

export const isFullScreen = (): boolean => document.fullscreenElement !== null

/** Somebody asked the page for it, not the browser. */
let asked = false

/** True once after the page itself has left the full screen. */
export function wasAsked(): boolean {
  const was = asked
  asked = false
  return was
}

export async function leaveFullScreen(): Promise<void> {
  if (!isFullScreen()) return
  asked = true
  await document.exitFullscreen()
}

export async function toggleFullScreen(): Promise<void> {
  if (isFullScreen()) return leaveFullScreen()
  try {
    if (canFillScreen()) await document.documentElement.requestFullscreen()
  } catch {
    // The browser asked the user, or a policy, and the answer is no: the page stays as it is.
  }
}
