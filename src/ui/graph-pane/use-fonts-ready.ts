import { useEffect, useReducer } from 'react'

/** Draws again when a face has loaded: texts are cut by their width. */
export function useFontsReady(): void {
  const [, again] = useReducer((n: number) => n + 1, 0)
  useEffect(() => {
    const { fonts } = document
    fonts.addEventListener('loadingdone', again)
    return () => {
      fonts.removeEventListener('loadingdone', again)
    }
  }, [])
}
