/** Longest text that is read at all, in UTF-16 units: dumps of whole clusters have 2 to 5 million. */
export const MAX_TEXT = 4_999_999
/** Deepest nesting that is followed; Kubernetes resources stay below 30. */
export const MAX_DEPTH = 100
/** Values that a document may have once every alias is replaced by what it stands for. */
export const MAX_EXPANDED = 200_000
/** Problems reported for one document; the rest follow from the first ones. */
export const MAX_DIAGNOSTICS = 50
