import { Fragment } from 'react'

/** A long name that may go on in the next line after `|` and `.`, and nowhere else while it fits. */
export function Breakable({ text }: { readonly text: string }) {
  return text.split(/(?<=[|.])/).map((part, index) => (
    <Fragment key={index}>
      {part}
      <wbr />
    </Fragment>
  ))
}
