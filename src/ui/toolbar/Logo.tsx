/** A request that splits: one way lives, the other ends in a hole. */
export function Logo() {
  return (
    <svg width="22" height="20" viewBox="0 0 22 20" aria-hidden="true">
      <path
        d="M1 10h6C11 10 10 4.500 16 4.500M7 10C11 10 10 15.500 16 15.500"
        fill="none"
        stroke="var(--ink)"
        strokeWidth="2"
        strokeLinecap="round"
      />
      <circle cx="17.500" cy="4.500" r="3.200" fill="var(--ok)" />
      <circle cx="17.500" cy="15.500" r="2.600" fill="var(--hole)" stroke="var(--lost)" strokeWidth="1.600" />
    </svg>
  )
}
