import { useEffect, useReducer } from 'react'

/** Counts up when a face has loaded: texts are cut by their width, so they are drawn again. */
export function useFaces(): number {
  const [faces, again] = useReducer((n: number) => n + 1, 0)
  useEffect(() => {
    const { fonts } = document
    fonts.addEventListener('loadingdone', again)
    void fonts.ready.then(again)
    return () => {
      fonts.removeEventListener('loadingdone', again)
    }
  }, [])
  return faces
}
