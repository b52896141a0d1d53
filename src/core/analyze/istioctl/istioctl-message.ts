/** One thing that `istioctl analyze` says, in our words. */
export interface IstioctlMessage {
  readonly code: `IST${string}`
  /** As Istio calls it. */
  readonly name: string
  readonly level: 'Error' | 'Warning' | 'Info'
  /** `{name}` stands for a value. */
  readonly title: string
  /** Why, and what happens to traffic: two sentences at most. */
  readonly detail: string
}
