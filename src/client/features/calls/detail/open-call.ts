/** The opened call where it is a dialog over the list: what its keys do is done there too. */
export const openCall = '[data-open-call]'
