/** `*important*` stands out; what is between back-ticks could be pasted. */
export function Prose({ children }: { readonly children: string }) {
  return children.split(/(\*[^*]+\*|`[^`]+`)/).map((part, i) => {
    const inside = part.slice(1, -1)
    if (part.startsWith('*')) return <b key={i}>{inside}</b>
    if (part.startsWith('`')) return <code key={i}>{inside}</code>
    // A number and its unit stay together.
    return part.replace(/(\d) (?=%|m?s\b)/g, '$1\u00a0')
  })
}
