const FORMAT = new Intl.NumberFormat('en')

/** `1,234`. One formatter for all: making one takes as long as a thousand counts. */
export const countText = (n: number): string => FORMAT.format(n)
