/** How an address begins that holds a state; a leaf, for a page that has to know before it loads the rest. */
export const LINK_ROOT = '#/s/'
